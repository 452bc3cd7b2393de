using Magpie.Model.Imports;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Lifecycle;

/// <summary>Finds and removes bytes that no row names. A crash leaves them between writing the bytes and the row.</summary>
internal sealed class OwnerlessBlobs(MagpieDbContext db, IBlobStore blobs, ILogger<OwnerlessBlobs> log)
{
    private const int Batch = 500;

    /// <summary>
    /// Where older versions kept uploads, and where blobs are written before they have a name: old files in there belong to nobody.
    /// </summary>
    private static readonly string[] Transient = ["incoming/", "tmp/"];

    /// <param name="before">In UTC. Newer files may be about to get their row.</param>
    public async Task<int> RemoveAsync(string shard, DateTime before, CancellationToken ct) =>
        await RemoveAsync($"{BlobKeys.Originals}{shard}/", before, OwnedOriginalsAsync, ct)
        + await RemoveAsync($"{BlobKeys.Renditions}{shard}/", before, OwnedRenditionsAsync, ct);

    public async Task<int> RemoveTransientAsync(DateTime before, CancellationToken ct)
    {
        var removed = 0;
        foreach (var folder in Transient)
        {
            removed += await RemoveAsync(folder, before, (_, _) => Task.FromResult<HashSet<string>>([]), ct);
        }

        return removed;
    }

    private async Task<int> RemoveAsync(
        string folder,
        DateTime before,
        Func<List<Guid>, CancellationToken, Task<HashSet<string>>> ownedBy,
        CancellationToken ct
    )
    {
        var removed = 0;
        await foreach (var some in OldIn(folder, before, ct))
        {
            var owned = await ownedBy([.. some.Select(key => BlobKeys.IdIn(key)).OfType<Guid>().Distinct()], ct);
            foreach (var key in some.Where(key => !owned.Contains(key)))
            {
                log.LogWarning("No row names {Key} any more; it is removed", key);
                removed += await blobs.DeleteAsync(key, CancellationToken.None) ? 1 : 0;
            }
        }

        return removed;
    }

    private async IAsyncEnumerable<List<string>> OldIn(
        string folder,
        DateTime before,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var some = new List<string>();
        await foreach (var blob in blobs.ListAsync(folder, ct))
        {
            if (blob.WrittenAt < before)
            {
                some.Add(blob.Key);
            }

            if (some.Count == Batch)
            {
                yield return some;
                some = [];
            }
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }

    /// <summary>
    /// Assets come last: uploads and imports become assets and never the reverse, so nothing that changes between the queries is missed.
    /// </summary>
    private async Task<HashSet<string>> OwnedOriginalsAsync(List<Guid> ids, CancellationToken ct)
    {
        var owned = (await db.Uploads.Where(u => ids.Contains(u.Id)).Select(u => u.Id).ToListAsync(ct))
            .Select(BlobKeys.Original)
            .ToHashSet();
        owned.UnionWith(
            (
                await db
                    .Imports.Where(i => ids.Contains(i.Id) && i.State == ImportState.Running && i.Lease != null)
                    .Select(i => new { i.Id, i.Lease })
                    .ToListAsync(ct)
            ).Select(import => BlobKeys.Original(import.Id, import.Lease!.Value))
        );
        owned.UnionWith(await db.Assets.Where(a => ids.Contains(a.Id)).Select(a => a.OriginalKey).ToListAsync(ct));
        return owned;
    }

    private async Task<HashSet<string>> OwnedRenditionsAsync(List<Guid> ids, CancellationToken ct)
    {
        var owned = (await db.Renditions.Where(r => ids.Contains(r.AssetId)).Select(r => r.BlobKey).ToListAsync(ct)).ToHashSet();
        owned.UnionWith(await db.PublishFiles.Where(f => ids.Contains(f.AssetId)).Select(f => f.BlobKey).ToListAsync(ct));
        return owned;
    }
}
