using Magpie.Core.Quota;
using Magpie.Model.Library;
using Magpie.Model.Posts.Publishing;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Publishing;

/// <summary>
/// How much disk space a workspace's files for publishing may take, which count against no plan: as much as the plan's storage, and at most
/// a quarter of what would be free without them. The newest one is kept whatever its size.
/// </summary>
internal sealed class PublishRoom(MagpieDbContext db, PlanCatalog plans, DiskReserve disk, WantedFiles wanted)
{
    public bool IsNone => disk.IsFull;

    /// <summary>Call while the workspace's row is locked: the oldest files make room for the new one.</summary>
    public async Task<List<BlobRemoval>> MakeAsync(Guid workspaceId, PublishFile coming)
    {
        var plan = await db.Workspaces.Where(w => w.Id == workspaceId).Select(w => w.Plan).SingleAsync();
        var kept = db.PublishFiles.AsNoTracking().Where(f => db.Assets.Any(a => a.Id == f.AssetId && a.WorkspaceId == workspaceId));
        // The new file's bytes are on the disk already.
        var bytes = coming.Bytes + await kept.SumAsync(f => f.Bytes);
        var tooMuch = bytes - Math.Min(plans[plan].StorageBytes ?? long.MaxValue, StorageRules.ShareOf(disk.FreeBytes + bytes));
        var oldest = new List<PublishFile>();
        if (tooMuch > 0)
        {
            await foreach (var file in kept.OrderBy(f => f.MadeAt).AsAsyncEnumerable())
            {
                oldest.Add(file);
                tooMuch -= file.Bytes;
                if (tooMuch <= 0)
                {
                    break;
                }
            }
        }

        return await wanted.GiveUpAsync(oldest);
    }
}
