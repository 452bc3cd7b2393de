using Magpie.Model.Media;
using Magpie.Platform;
using Magpie.Platform.Media;

namespace Magpie.Features.Imports;

/// <summary>What is known of a file; null for what could not be found out.</summary>
/// <param name="Missing">Why there is no picture.</param>
/// <param name="Address">A <c>data:</c> address.</param>
internal sealed record Preview(
    MissingPreview? Missing,
    string? Address = null,
    int? Width = null,
    int? Height = null,
    double? Seconds = null
);

/// <summary>Makes the small picture for a look, in the same way as thumbnails are made.</summary>
internal sealed class ProbePreview(MediaProcessor processor)
{
    public async Task<Preview> OfPictureAsync(MediaFormat format, string name, ScratchFolder scratch, CancellationToken ct) =>
        await ReadAsync(await processor.ProcessAsync(format, name, scratch.Original, scratch.Output, ct), ct);

    /// <param name="there">How many bytes at the beginning are the file's own; null when all are.</param>
    public async Task<Preview> OfVideoAsync(MediaFormat format, string name, ScratchFolder scratch, long? there, CancellationToken ct) =>
        await ReadAsync(await processor.GlanceAsync(format, name, scratch.Original, there, scratch.Output, ct), ct);

    // If it cannot be made, importing the file says why.
    private static async Task<Preview> ReadAsync(MediaOutcome outcome, CancellationToken ct)
    {
        if (outcome is not MediaOutcome.Understood understood)
        {
            return new(MissingPreview.Unreadable);
        }

        var (facts, thumb) = (understood.Facts, understood.Renditions.FirstOrDefault(rendition => rendition.Kind is RenditionKind.Thumb));
        var address = thumb is null
            ? null
            : $"data:{thumb.MediaType};base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(thumb.Path, ct))}";
        return new(MissingPreview.Unreadable, address, facts.Width, facts.Height, facts.DurationSeconds);
    }
}
