using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Lifecycle;

/// <summary>
/// Removes the bytes of <see cref="BlobRemoval"/> rows: right after the commit that wrote them, or later when <c>UploadSweep</c> runs.
/// </summary>
internal sealed class BlobRemover(MagpieDbContext db, IBlobStore blobs, WriteAheadLog log)
{
    private const int Batch = 200;

    /// <summary>Not cancellable, because the transaction that gave up the bytes is committed.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<BlobRemoval> removals)
    {
        if (removals.Count == 0)
        {
            return;
        }

        // Otherwise a power cut could bring the rows back after their bytes are gone.
        await log.FlushAsync();
        foreach (var removal in removals)
        {
            if (removal.Key.EndsWith('/'))
            {
                await blobs.DeleteFolderAsync(removal.Key, CancellationToken.None);
            }
            else
            {
                await blobs.DeleteAsync(removal.Key, CancellationToken.None);
            }
        }

        var ids = removals.Select(removal => removal.Id).ToList();
        await db.BlobRemovals.Where(removal => ids.Contains(removal.Id)).ExecuteDeleteAsync(CancellationToken.None);
    }

    /// <summary>Removals that a crash left undone after their commit.</summary>
    public async Task RemoveForgottenAsync(CancellationToken ct)
    {
        while (await db.BlobRemovals.AsNoTracking().OrderBy(removal => removal.Id).Take(Batch).ToListAsync(ct) is { Count: > 0 } removals)
        {
            await RemoveAsync(removals);
        }
    }
}
