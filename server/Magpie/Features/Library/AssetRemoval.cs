using Magpie.Core.Changes;
using Magpie.Core.Ingest;
using Magpie.Core.Lifecycle;
using Magpie.Core.Quota;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>
/// Deletes assets for good: rows, renditions and bytes. Only from the trash, and the statement that deletes one checks that it still is
/// there: somebody who restores it at the same time either comes first and keeps it, or is told that it is gone.
/// </summary>
internal sealed class AssetRemoval(MagpieDbContext db, BlobRemover remover, AssetQueue queue, ChangeFeed changes)
{
    /// <param name="trashedUntil">Only assets that have been in the trash since then or longer; null for all.</param>
    /// <param name="mayBe">Called inside the transaction, when nobody can plan the asset any more: false keeps it.</param>
    /// <returns>False when it was restored, or somebody else deleted it.</returns>
    public async Task<bool> RemoveTrashedAsync(Asset asset, DateTime? trashedUntil = null, Func<Task<bool>>? mayBe = null)
    {
        List<BlobRemoval> removals = [new() { Key = asset.OriginalKey }, new() { Key = BlobKeys.RenditionFolder(asset.Id) }];
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.LockQuotaAsync(asset.WorkspaceId, CancellationToken.None);
            if (mayBe is not null && !await mayBe())
            {
                return false;
            }

            await db.AssetLabels.Where(l => l.Position == asset.Position).ExecuteDeleteAsync();
            await db.PostAssets.Where(p => p.Position == asset.Position).ExecuteDeleteAsync();
            if (!await DeleteRowAsync(asset.Position, trashedUntil))
            {
                return false; // With this the transaction ends, and its labels and posts are as they were.
            }

            await db.Uploads.Where(u => u.Id == asset.Id).ExecuteDeleteAsync();
            await db.Imports.Where(i => i.Id == asset.Id).ExecuteDeleteAsync();
            db.BlobRemovals.AddRange(removals);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }

        queue.Abandon(asset.Id);
        changes.Publish(asset.GroupId, ChangeKind.Asset, ChangeAction.Deleted, asset.Id);
        if (asset.Origin is not AssetOrigin.Upload)
        {
            changes.Publish(asset.GroupId, ChangeKind.Import, ChangeAction.Changed, asset.Id);
        }

        await remover.RemoveAsync(removals);
        return true;
    }

    private async Task<bool> DeleteRowAsync(long position, DateTime? trashedUntil) =>
        await db
            .Assets.Where(a => a.Position == position && a.TrashedAt != null && (trashedUntil == null || a.TrashedAt <= trashedUntil))
            .ExecuteDeleteAsync() == 1;
}
