using Magpie.Core.Quota;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Magpie.Features.Library.Trash;

/// <summary>
/// Every minute: deletes for good what has been in the trash for 30 days, and the oldest assets of a trash that exceeds a plan's storage.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class TrashSweep(MagpieDbContext db, AssetRemoval removal, DiskReserve disk, PlanCatalog plans, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("trash-sweep");
    private const int Batch = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var room = disk.Lend();
        var before = time.GetUtcNow().UtcDateTime.AddDays(-Asset.TrashDays);
        while (
            await Trashed().Where(a => a.TrashedAt < before).OrderBy(a => a.TrashedAt).Take(Batch).ToListAsync(cancellationToken)
                is { Count: > 0 } old
        )
        {
            foreach (var asset in old)
            {
                await removal.RemoveTrashedAsync(asset, before);
            }
        }

        var sizes = await Trashed()
            .GroupBy(a => a.WorkspaceId)
            .Select(g => new { WorkspaceId = g.Key, Bytes = g.Sum(a => a.Bytes) })
            .Join(
                db.Workspaces,
                g => g.WorkspaceId,
                w => w.Id,
                (g, w) =>
                    new
                    {
                        g.WorkspaceId,
                        g.Bytes,
                        w.Plan,
                    }
            )
            .ToListAsync(cancellationToken);
        foreach (var size in sizes)
        {
            await RemoveOldestAsync(size.WorkspaceId, size.Bytes - (plans[size.Plan].StorageBytes ?? long.MaxValue), cancellationToken);
        }
    }

    private async Task RemoveOldestAsync(Guid workspaceId, long tooMany, CancellationToken ct)
    {
        while (
            tooMany > 0
            && await Trashed().Where(a => a.WorkspaceId == workspaceId).OrderBy(a => a.TrashedAt).FirstOrDefaultAsync(ct) is { } oldest
        )
        {
            await removal.RemoveTrashedAsync(oldest, oldest.TrashedAt);
            tooMany -= oldest.Bytes;
        }
    }

    private IQueryable<Asset> Trashed() => db.Assets.AsNoTracking().Where(a => a.TrashedAt != null);
}
