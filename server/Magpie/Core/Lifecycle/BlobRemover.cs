using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Lifecycle;

/// <summary>
/// Keeps the promises of <see cref="BlobRemoval"/> rows: at once after the commit that wrote them, or later by the sweep.
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

        // Or after a power cut the rows could be back, and their bytes gone.
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

    /// <summary>What a crash left between a commit and its removals.</summary>
    public async Task RemoveForgottenAsync(CancellationToken ct)
    {
        while (await db.BlobRemovals.AsNoTracking().OrderBy(removal => removal.Id).Take(Batch).ToListAsync(ct) is { Count: > 0 } removals)
        {
            await RemoveAsync(removals);
        }
    }
}
