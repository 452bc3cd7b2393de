using Magpie.Model.Library;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Processing;

/// <summary>
/// Understands one asset and makes its renditions. It ends as ready, draft or failed with a sentence, or is tried again; whatever
/// is found out about it, the file that was accepted stays.
/// </summary>
internal sealed class ProcessAsset(
    MagpieDbContext db, IBlobStore blobs, MediaStudio studio, DataFolder data, RenditionKeeping renditions, ChangeFeed changes, TimeProvider time, ILogger<ProcessAsset> log)
{
    private const string Interrupted = "Processing was interrupted several times and never came to an end. Try again.";

    /// <summary>When to try again; null when it has come to an end.</summary>
    public async Task<DateTime?> RunAsync(Guid assetId, CancellationToken ct)
    {
        var asset = await db.Assets.Include(a => a.Renditions).SingleOrDefaultAsync(a => a.Id == assetId, ct);
        if (asset is null)
        {
            return null;
        }

        if (!asset.BeginProcessing(Now))
        {
            if (db.ChangeTracker.HasChanges())
            {
                await SaveAndTellAsync(asset); // It has failed with that.
            }

            return null;
        }

        if (!await SaveAsync())
        {
            return null;
        }

        using var scratch = new ScratchFolder(data);
        return await EndAsync(asset, await LookAsync(asset, scratch, ct));
    }

    /// <summary>Makes the renditions of an asset that was understood before; what people see of it stays as it is. False: it could not be done.</summary>
    public async Task<bool> RemakeAsync(Guid assetId, CancellationToken ct)
    {
        var asset = await db.Assets.Include(a => a.Renditions).SingleOrDefaultAsync(a => a.Id == assetId, ct);
        if (asset is not { Status: AssetStatus.Ready or AssetStatus.Draft })
        {
            return false; // Whoever processes it makes them.
        }

        using var scratch = new ScratchFolder(data);
        if (await LookAsync(asset, scratch, ct) is not MediaOutcome.Understood understood)
        {
            return false;
        }

        log.LogWarning("The renditions of asset {AssetId} were missing or short, and are made again", assetId);
        await renditions.ReplaceAsync(asset, understood);
        return true;
    }

    /// <summary>The server ends, or the attempt ended in an error that says nothing of the file.</summary>
    public async Task<DateTime?> InterruptAsync(Guid assetId)
    {
        var asset = await db.Assets.SingleOrDefaultAsync(a => a.Id == assetId);
        if (asset is not { Status: AssetStatus.Processing })
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
                asset.Fail(because.Message);
                break;
            case MediaOutcome.Failed(var reason):
                again = asset.MissAttempt(reason, Now);
                break;
            case MediaOutcome.Interrupted(var reason):
                again = asset.Interrupt(reason, Now);
                break;
        }

        return await SaveAndTellAsync(asset) ? again : null;
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
        catch (IOException full) when (DiskSpace.IsExhausted(full))
        {
            return MediaRefusals.DiskFull;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            log.LogError(error, "Asset {AssetId} cannot be read", asset.Id);
            return new MediaOutcome.Failed("The file cannot be read from storage. Ask whoever runs Magpie to check it, then retry.");
        }
    }

    private async Task<bool> SaveAndTellAsync(Asset asset)
    {
        if (!await SaveAsync())
        {
            return false;
        }

        changes.Publish(asset.GroupId, "asset", ChangeAction.Changed, asset.Id);
        return true;
    }

    /// <summary>False: the asset was deleted meanwhile.</summary>
    private async Task<bool> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
