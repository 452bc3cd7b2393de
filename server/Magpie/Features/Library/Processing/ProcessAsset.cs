using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Processing;

/// <summary>
/// Processes one asset and makes its renditions. It ends as ready, draft or failed with a sentence, or is tried again; whatever the
/// outcome, the accepted file stays.
/// </summary>
internal sealed class ProcessAsset(
    MagpieDbContext db,
    ProcessingRows rows,
    IBlobStore blobs,
    MediaProcessor processor,
    DataFolder data,
    RenditionKeeping renditions,
    ChangeFeed changes,
    TimeProvider time,
    ILogger<ProcessAsset> log
)
{
    private static readonly RuleViolation Interrupted = new(
        "processing-interrupted",
        "Processing was interrupted several times and never came to an end. Try again."
    );

    private static readonly RuleViolation Unreadable = new(
        "file-unreadable",
        "The file cannot be read from storage. Ask whoever runs Magpie to check it, then retry."
    );

    /// <summary>When to try again; null when it is done.</summary>
    public async Task<DateTime?> RunAsync(Guid assetId, CancellationToken ct)
    {
        if (await rows.FindAsync(assetId) is not { Status: AssetStatus.Processing } asset)
        {
            return null;
        }

        if (!asset.BeginProcessing(Now))
        {
            await SaveAndTellAsync(asset); // It has failed with that.
            return null;
        }

        if (!await rows.SaveAsync(asset, ProcessingRows.Begun))
        {
            return null;
        }

        using var scratch = new ScratchFolder(data);
        return await EndAsync(asset, await RunProcessorAsync(asset, scratch, ct));
    }

    /// <summary>Makes the renditions of a processed asset again; everything else about it stays. False when that failed.</summary>
    public async Task<bool> RemakeAsync(Guid assetId, CancellationToken ct)
    {
        var asset = await db.Assets.Include(a => a.Renditions).SingleOrDefaultAsync(a => a.Id == assetId, ct);
        if (asset is not { Status: AssetStatus.Ready or AssetStatus.Draft })
        {
            return false; // Whoever processes it makes them.
        }

        using var scratch = new ScratchFolder(data);
        if (await RunProcessorAsync(asset, scratch, ct) is not MediaOutcome.Understood understood)
        {
            return false;
        }

        log.LogWarning("The renditions of asset {AssetId} were missing or short, and are made again", assetId);
        await renditions.ReplaceAsync(asset, understood);
        return true;
    }

    /// <summary>The server stops, or the attempt ended in an error that says nothing about the file.</summary>
    public async Task<DateTime?> InterruptAsync(Guid assetId)
    {
        if (await rows.FindAsync(assetId) is not { Status: AssetStatus.Processing } asset)
        {
            return null;
        }

        var again = asset.Interrupt(Interrupted, Now);
        await SaveAndTellAsync(asset);
        return again;
    }

    private async Task<DateTime?> EndAsync(Asset asset, MediaOutcome outcome)
    {
        if (outcome is MediaOutcome.Understood understood)
        {
            await renditions.KeepAsync(asset, understood);
            return null;
        }

        log.LogWarning("Asset {AssetId} was not processed: {Outcome}", asset.Id, outcome);
        DateTime? again = null;
        switch (outcome)
        {
            case MediaOutcome.Refused(var because):
                asset.Fail(because);
                break;
            case MediaOutcome.Failed { TookTooLong: true, Because: var because }:
                asset.Fail(because);
                break;
            case MediaOutcome.Failed(var because):
                again = asset.MissAttempt(because, Now);
                break;
            case MediaOutcome.Interrupted(var because):
                again = asset.Interrupt(because, Now);
                break;
        }

        return await SaveAndTellAsync(asset) ? again : null;
    }

    private async Task<MediaOutcome> RunProcessorAsync(Asset asset, ScratchFolder scratch, CancellationToken ct)
    {
        try
        {
            await blobs.CopyToFileAsync(asset.OriginalKey, scratch.Original, ct);
            return await processor.ProcessAsync(asset.Format, asset.Name, scratch.Original, scratch.Output, ct);
        }
        catch (IOException full) when (DiskSpace.IsExhausted(full))
        {
            return MediaRefusals.DiskFull;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogError(error, "Asset {AssetId} cannot be read", asset.Id);
            return new MediaOutcome.Failed(Unreadable);
        }
    }

    /// <summary>False when the asset was deleted.</summary>
    private async Task<bool> SaveAndTellAsync(Asset asset)
    {
        if (!await rows.SaveAsync(asset, ProcessingRows.Progress))
        {
            return false;
        }

        changes.Publish(asset.GroupId, ChangeKind.Asset, ChangeAction.Changed, asset.Id);
        return true;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
