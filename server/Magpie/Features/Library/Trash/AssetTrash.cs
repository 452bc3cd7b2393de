using Magpie.Core.Lifecycle;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Trash;

/// <summary>Moves assets to the trash and back. The caller provides the transaction.</summary>
internal sealed class AssetTrash(MagpieDbContext db, PlanCatalog plans, TimeProvider time)
{
    /// <summary>
    /// Releases the storage, switches off public links, and sends unpublished posts that use the assets back to draft. Returns those that
    /// were still in the library.
    /// </summary>
    public async Task<List<long>> MoveInAsync(IReadOnlyCollection<long> positions, Guid userId)
    {
        await HoldAsync(positions);
        var moved = await db.UpdateReturningAsync(
            "UPDATE \"Assets\" SET \"TrashedAt\" = {0}, \"TrashedById\" = {1} WHERE \"TrashedAt\" IS NULL AND \"Position\" IN "
                + "(:positions) RETURNING \"Position\" AS \"Value\"",
            positions,
            [db.MomentOf(time.GetUtcNow().UtcDateTime), db.KeyOf(userId)],
            CancellationToken.None
        );
        foreach (var (workspaceId, bytes) in await BytesByWorkspaceAsync(moved))
        {
            await db.FreeQuotaAsync(workspaceId, bytes, CancellationToken.None);
        }

        await db.PublicLinks.Where(l => db.Assets.Any(a => a.Id == l.AssetId && moved.Contains(a.Position))).ExecuteDeleteAsync();
        await db.SendBackToDraftAsync(moved);
        return moved;
    }

    /// <summary>Takes the storage again. Returns those that were in the trash, or why all of them stay there.</summary>
    public async Task<(List<long> Restored, RuleViolation? Violation)> MoveOutAsync(IReadOnlyCollection<long> positions)
    {
        await HoldAsync(positions);
        var restored = await db.UpdateReturningAsync(
            "UPDATE \"Assets\" SET \"TrashedAt\" = NULL, \"TrashedById\" = NULL WHERE \"TrashedAt\" IS NOT NULL AND \"Position\" "
                + "IN (:positions) RETURNING \"Position\" AS \"Value\"",
            positions,
            [],
            CancellationToken.None
        );
        foreach (var (workspaceId, bytes) in await BytesByWorkspaceAsync(restored))
        {
            var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == workspaceId);
            if (!await db.UseQuotaAsync(workspaceId, bytes, plans[workspace.Plan].StorageBytes, CancellationToken.None))
            {
                return (
                    [],
                    StorageRules.Full(
                        workspace.StorageBytes + workspace.ReservedBytes,
                        plans[workspace.Plan].StorageBytes!.Value,
                        bytes,
                        restoring: true
                    )
                );
            }
        }

        return (restored, null);
    }

    /// <summary>Until the transaction ends, nobody else can plan, move or delete them.</summary>
    public async Task HoldAsync(IReadOnlyCollection<long> positions)
    {
        var workspaces = await db.Assets.Where(a => positions.Contains(a.Position)).Select(a => a.WorkspaceId).Distinct().ToListAsync();
        foreach (var workspaceId in workspaces.Order())
        {
            await db.LockQuotaAsync(workspaceId, CancellationToken.None);
        }
    }

    private async Task<List<(Guid WorkspaceId, long Bytes)>> BytesByWorkspaceAsync(List<long> positions) =>
        [
            .. (
                await db
                    .Assets.Where(a => positions.Contains(a.Position))
                    .GroupBy(a => a.WorkspaceId)
                    .Select(g => new { g.Key, Bytes = g.Sum(a => a.Bytes) })
                    .ToListAsync()
            ).Select(g => (g.Key, g.Bytes)),
        ];
}
