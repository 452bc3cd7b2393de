using Magpie.Model.Library;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Magpie.Platform.Media;
using Magpie.Platform.Scheduling;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Magpie.Features.Library;

/// <summary>Understands one asset and makes its renditions. It ends as ready, draft or failed with a sentence, or is tried again.</summary>
internal sealed class ProcessAssetJob(
    MagpieDbContext db, IBlobStore blobs, MediaStudio studio, DataFolder data, RenditionKeeping renditions, AssetRemoval removal,
    AssetQueue queue, DiskReserve disk, ChangeFeed changes, TimeProvider time, ILogger<ProcessAssetJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var assetId = Guid.Parse(context.MergedJobDataMap.GetString(AssetQueue.AssetId)!);
        if (disk.IsFull)
        {
            queue.EnqueueAt(assetId, Now.AddSeconds(10)); // An attempt would only be missed.
            return;
        }

        var asset = await db.Assets.Include(a => a.Renditions).SingleOrDefaultAsync(a => a.Id == assetId, cancellationToken);
        if (asset is null || !asset.BeginProcessing(Now))
        {
            return;
        }

        await db.SaveChangesAsync(cancellationToken);
        await FinishAsync(asset, cancellationToken);
    }

    private async Task FinishAsync(Asset asset, CancellationToken ct)
    {
        using var scratch = new ScratchFolder(data);
        switch (await LookAsync(asset, scratch, ct))
        {
            case MediaOutcome.Understood understood:
                await renditions.KeepAsync(asset, understood);
                break;
            case MediaOutcome.Refused refused:
                log.LogInformation("Asset {AssetId} is refused after all: {Code}", asset.Id, refused.Because.Code);
                await removal.RemoveAsync(asset, refused.Because);
                break;
            case MediaOutcome.Failed failed:
                await MissAttemptAsync(asset, failed.Reason);
                break;
        }
    }

    private async Task<MediaOutcome> LookAsync(Asset asset, ScratchFolder scratch, CancellationToken ct)
    {
        try
        {
            var original = Path.Combine(scratch.Path, "original");
            var output = Path.Combine(scratch.Path, "out");
            Directory.CreateDirectory(output);
            await blobs.MaterializeAsync(asset.OriginalKey, original, ct);
            return await studio.ProcessAsync(asset.Format, asset.Name, original, output, ct);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogError(error, "Asset {AssetId} cannot be processed", asset.Id);
            return new MediaOutcome.Failed(error is IOException io && DiskSpace.IsExhausted(io)
                ? "The server's disk is full. Make room on it, then retry."
                : "The file cannot be read from storage. Ask whoever runs Magpie to check it, then retry.");
        }
    }

    private async Task MissAttemptAsync(Asset asset, string reason)
    {
        var again = asset.MissAttempt(reason, Now);
        log.LogWarning("Asset {AssetId}, attempt {Attempt}: {Reason}", asset.Id, asset.Attempts, reason);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return; // Deleted meanwhile.
        }

        if (again is { } at)
        {
            queue.EnqueueAt(asset.Id, at);
        }

        changes.Publish(asset.GroupId, "asset", ChangeAction.Changed, asset.Id);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
