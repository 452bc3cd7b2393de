using Magpie.Core.Quota;
using Magpie.Model.Library;
using Magpie.Model.Posts.Publishing;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Publishing;

/// <summary>
/// How much of the disk the files for publishing of a workspace may take, which no plan counts: as much as its plan has storage, and a
/// quarter of what would be free without them. The newest one is kept whatever its size.
/// </summary>
internal sealed class PublishRoom(MagpieDbContext db, PlanCatalog plans, DiskReserve disk, WantedFiles wanted)
{
    public bool IsNone => disk.IsFull;

    /// <summary>Where the workspace's row is held: those that were made longest ago give way to one that comes.</summary>
    public async Task<List<BlobRemoval>> MakeAsync(Guid workspaceId, PublishFile coming)
    {
        var plan = await db.Workspaces.Where(w => w.Id == workspaceId).Select(w => w.Plan).SingleAsync();
        var kept = db.PublishFiles.AsNoTracking().Where(f => db.Assets.Any(a => a.Id == f.AssetId && a.WorkspaceId == workspaceId));
        // The bytes of the one that comes are on the disk already.
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
