using Magpie.Model.Media;

namespace Magpie.Platform.Media.Video.Coded;

/// <summary>
/// Cameras also write place, time and make between the pictures, and programs write texts next to the decoder settings, where container
/// tags cannot be stripped. These are overwritten in the finished copy, byte for byte, so that nothing moves and no table changes.
/// </summary>
internal static class CodedMetadata
{
    /// <summary>
    /// Whether pictures of that codec may be copied without re-encoding: they can be cleaned, or have no texts (VP8, VP9). Motion JPEG,
    /// PNG, MPEG-2, MPEG-4 and others have some, in too many ways to handle.
    /// </summary>
    public static bool CanLeave(string codec) => codec is "h264" or "hevc" or "av1" or "vp8" or "vp9" or "prores";

    /// <summary>Whether a track of an original changes its coding midway, which a copy could not express.</summary>
    public static async Task<bool> ChangesCodingAsync(string path, MediaFormat format, CancellationToken ct)
    {
        if (format is MediaFormat.Webm)
        {
            return false;
        }

        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var file = new CodedFile(stream, ct);
        return await MovieSamples.ChangeCodingAsync(file);
    }

    /// <summary>False when the file is not as expected, or cannot be parsed: then it must not leave.</summary>
    public static async Task<bool> TryRemoveAsync(string path, MediaFormat format, string codec, CancellationToken ct)
    {
        ICodedUnits? units = codec switch
        {
            "h264" => new NalUnits(isHevc: false),
            "hevc" => new NalUnits(isHevc: true),
            "av1" => new ObuUnits(),
            "prores" => new ProresUnits(),
            _ => null,
        };
        if (!CanLeave(codec) || new FileInfo(path).LinkTarget is not null)
        {
            return false;
        }

        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            using var file = new CodedFile(stream, ct);
            await (format is MediaFormat.Webm ? WebmSamples.CleanAsync(file, units) : MovieSamples.CleanAsync(file, units));
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
