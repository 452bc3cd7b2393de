using Magpie.Model.Media;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// Checks a file's structure (chunk, box and segment headers, never pixels) in a millisecond or two, inside the server: no unsafe code,
/// work and reads bounded by the file's length, no recursion on input. Decision 0003 gives the reasons.
/// </summary>
internal static class StructureInspector
{
    /// <param name="stream">Seekable; read in pieces, never whole into memory; stays open.</param>
    /// <param name="format">What <see cref="FormatSniffer"/> found.</param>
    /// <param name="name">Used only in sentences.</param>
    /// <param name="limits">What a file may claim.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<StructureVerdict> InspectAsync(
        Stream stream,
        MediaFormat format,
        string name,
        StructureLimits limits,
        CancellationToken ct
    )
    {
        using var window = new FileWindow(stream);
        if (window.Length == 0)
        {
            return InspectedFile.Refused(InspectionRefusals.EmptyFile(name));
        }

        var file = new InspectedFile(window, name, limits, ct);
        return format switch
        {
            MediaFormat.Jpeg => await JpegStructure.InspectAsync(file),
            MediaFormat.Png => await PngStructure.InspectAsync(file),
            MediaFormat.Gif => await GifStructure.InspectAsync(file),
            MediaFormat.Webp => await WebpStructure.InspectAsync(file),
            MediaFormat.Mp4 or MediaFormat.Mov => await IsoStructure.InspectAsync(file),
            MediaFormat.Webm => await WebmStructure.InspectAsync(file),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
    }
}
