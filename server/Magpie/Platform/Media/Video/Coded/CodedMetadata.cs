using Magpie.Model.Media;

namespace Magpie.Platform.Media.Video.Coded;

/// <summary>
/// Cameras also write place, time and make between the pictures, and programs write words beside what says how to decode, where no
/// container's tags are. It is overwritten in the finished copy, byte for byte, so that nothing moves and no table is touched.
/// </summary>
internal static class CodedMetadata
{
    /// <summary>
    /// Whether pictures of that codec may leave as they are coded: they can be cleaned, or carry no words (VP8, VP9).
    /// Motion JPEG, PNG, MPEG-2, MPEG-4 and others carry some, in more ways than are worth knowing.
    /// </summary>
    public static bool CanLeave(string codec) => codec is "h264" or "hevc" or "av1" or "vp8" or "vp9" or "prores";

    /// <summary>Whether a track of an original goes on in another way, which a copy could not say.</summary>
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

    /// <summary>False where the file is not what it should be, or cannot be understood: then it may not leave.</summary>
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
