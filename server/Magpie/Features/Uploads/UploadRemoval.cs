using Magpie.Core.Lifecycle;
using Magpie.Core.Quota;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Uploads;

/// <summary>Ends an upload that was cancelled, refused or has expired. Removes all of it and releases its storage.</summary>
internal sealed class UploadRemoval(MagpieDbContext db, IBlobStore blobs, BlobRemover remover, RunningHashes hashes, DiskReserve disk)
{
    public async Task RemoveAsync(Upload upload)
    {
        using var room = disk.Lend();
        List<BlobRemoval> removals = [];
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.LockQuotaAsync(upload.WorkspaceId, CancellationToken.None);
            if (await db.Uploads.Where(Upload.IsReceiving(upload.Id)).ExecuteDeleteAsync() == 1)
            {
                await db.ReleaseQuotaAsync(upload.WorkspaceId, upload.Length, CancellationToken.None);
                removals.Add(new() { Key = BlobKeys.Original(upload.Id) });
            }
            else
            {
                // It was completed, and its bytes are an asset's; or cancelled, and they are gone. Only the upload's row is left to delete.
                await db.Uploads.Where(u => u.Id == upload.Id).ExecuteDeleteAsync();
            }

            db.BlobRemovals.AddRange(removals);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }

        hashes.Forget(upload.Id);
        await remover.RemoveAsync(removals);
    }

    /// <summary>A request that was writing while its upload was cancelled elsewhere leaves bytes that belong to nothing.</summary>
    public async Task RemoveStrayAsync(Guid uploadId)
    {
        if (
            !await db.Uploads.AnyAsync(u => u.Id == uploadId && u.State != UploadState.Cancelled)
            && !await db.Assets.AnyAsync(a => a.Id == uploadId)
        )
        {
            await blobs.DeleteAsync(BlobKeys.Original(uploadId), CancellationToken.None);
        }
    }
}
