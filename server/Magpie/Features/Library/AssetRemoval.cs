using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Platform.Cleanup;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>Takes assets away for good: rows, renditions, bytes and, where they still took any, their storage.</summary>
internal sealed class AssetRemoval(MagpieDbContext db, BlobRemover remover, ChangeFeed changes)
{
    /// <param name="because">Set when it was refused after all: its upload, or import, keeps the sentence for who added it.</param>
    /// <returns>False: somebody else removed it meanwhile.</returns>
    public async Task<bool> RemoveAsync(Asset asset, RuleViolation? because = null)
    {
        List<BlobRemoval> promised = [new() { Key = asset.OriginalKey }, new() { Key = BlobKeys.RenditionFolder(asset.Id) }];
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.HoldStorageAsync(asset.WorkspaceId, CancellationToken.None);
            await db.AssetLabels.Where(l => l.Position == asset.Position).ExecuteDeleteAsync();
            await db.PostAssets.Where(p => p.Position == asset.Position).ExecuteDeleteAsync();
            var freed = await db.ChangeAmongAsync(
                "DELETE FROM \"Assets\" WHERE \"Position\" IN (:positions) RETURNING CASE WHEN \"TrashedAt\" IS NULL THEN \"Bytes\" ELSE 0 END AS \"Value\"",
                [asset.Position], [], CancellationToken.None);
            if (freed is not [var bytes])
            {
                return false;
            }

            await db.FreeStorageAsync(asset.WorkspaceId, bytes, CancellationToken.None);
            await RememberAsync(asset.Id, because);
            db.BlobRemovals.AddRange(promised);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }

        // Who sent it asks for the sentence where there is one, and only there.
        changes.Publish(new(asset.GroupId, "asset", ChangeAction.Deleted, [asset.Id], because is null ? [] : ["failure"]));
        if (asset.Origin is not AssetOrigin.Upload)
        {
            changes.Publish(asset.GroupId, "import", ChangeAction.Changed, asset.Id);
        }

        await remover.RemoveAsync(promised);
        return true;
    }

    private async Task RememberAsync(Guid id, RuleViolation? because)
    {
        var (uploads, imports) = (db.Uploads.Where(u => u.Id == id), db.Imports.Where(i => i.Id == id));
        if (because is null)
        {
            await uploads.ExecuteDeleteAsync();
            await imports.ExecuteDeleteAsync();
            return;
        }

        await uploads.ExecuteUpdateAsync(set => set
            .SetProperty(u => u.State, UploadState.Refused)
            .SetProperty(u => u.RefusalCode, because.Code)
            .SetProperty(u => u.RefusalMessage, because.Message));
        await imports.ExecuteUpdateAsync(set => set
            .SetProperty(i => i.State, ImportState.Failed)
            .SetProperty(i => i.FailureCode, because.Code)
            .SetProperty(i => i.FailureMessage, because.Message));
    }
}
