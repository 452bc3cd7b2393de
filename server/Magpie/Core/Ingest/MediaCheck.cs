using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Platform;
using Magpie.Platform.Media;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Magpie.Core.Ingest;

/// <summary>
/// Whether a file is whole and sound. For ordinary files the structure tells within a millisecond; an odd one is decoded in the sandbox,
/// before anybody is told that it was accepted.
/// </summary>
internal sealed class MediaCheck(
    IBlobStore blobs,
    MediaProcessor processor,
    DataFolder data,
    IOptions<MediaOptions> options,
    ILogger<MediaCheck> log
)
{
    /// <param name="ct">Ends the check when nobody waits for the answer; the file is not touched.</param>
    public async Task<RuleViolation?> CheckAsync(string blobKey, MediaFormat format, string name, CancellationToken ct)
    {
        await using var stream = await blobs.OpenReadAsync(blobKey, ct) ?? throw new FileNotFoundException("An original is gone.", blobKey);
        var verdict = await StructureInspector.InspectAsync(stream, format, name, new(options.Value.MaxPixels), ct);
        switch (verdict)
        {
            case StructureVerdict.Refused(var violation):
                return violation;
            case StructureVerdict.Unsure(var why):
                log.LogInformation("{Blob} is odd ({Why}); decoding it before answering", blobKey, why);
                return await DecodeAsync(blobKey, format, name, ct);
            default:
                return null;
        }
    }

    private async Task<RuleViolation?> DecodeAsync(string blobKey, MediaFormat format, string name, CancellationToken ct)
    {
        using var scratch = new ScratchFolder(data);
        await blobs.CopyToFileAsync(blobKey, scratch.Original, ct);
        return await processor.CheckAsync(format, name, scratch.Original, ct);
    }
}
