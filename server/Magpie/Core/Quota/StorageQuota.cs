using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Quota;

/// <summary>A workspace's bytes. Each change is one statement, so the sums are exact however many run at once.</summary>
internal static class StorageQuota
{
    /// <summary>Reserves bytes for a file on its way in. False when they do not fit.</summary>
    public static async Task<bool> ReserveQuotaAsync(this MagpieDbContext db, Guid workspaceId, long bytes, long? limit) =>
        await db.ExecuteAsync(
            "UPDATE \"Workspaces\" SET \"ReservedBytes\" = \"ReservedBytes\" + @p0 WHERE \"Id\" = @p1 AND \"StorageBytes\" + "
                + "\"ReservedBytes\" + @p0 <= @p2",
            bytes,
            workspaceId,
            limit ?? long.MaxValue
        ) == 1;

    /// <summary>A file on its way in ended without becoming an asset, or was shorter than was reserved for it.</summary>
    public static Task ReleaseQuotaAsync(this MagpieDbContext db, Guid workspaceId, long bytes, CancellationToken ct) =>
        Workspace(db, workspaceId).ExecuteUpdateAsync(set => set.SetProperty(w => w.ReservedBytes, w => w.ReservedBytes - bytes), ct);

    /// <summary>
    /// Locks the workspace's row until the transaction ends, for changes of other rows that will change its bytes later. Everybody locks
    /// this row first, so that nobody waits in a circle.
    /// </summary>
    public static Task LockQuotaAsync(this MagpieDbContext db, Guid workspaceId, CancellationToken ct) =>
        db.ReleaseQuotaAsync(workspaceId, 0, ct);

    /// <summary>Like <see cref="LockQuotaAsync"/>, for the workspace of a group.</summary>
    public static async Task LockQuotaOfGroupAsync(this MagpieDbContext db, Guid groupId, CancellationToken ct) =>
        await db.LockQuotaAsync(await db.Groups.Where(g => g.Id == groupId).Select(g => g.WorkspaceId).SingleAsync(ct), ct);

    /// <summary>A file became an asset: reserved bytes become used ones.</summary>
    public static Task CommitQuotaAsync(this MagpieDbContext db, Guid workspaceId, long bytes) =>
        db.ExecuteAsync(
            "UPDATE \"Workspaces\" SET \"ReservedBytes\" = \"ReservedBytes\" - @p0, \"StorageBytes\" = \"StorageBytes\" + @p0 "
                + "WHERE \"Id\" = @p1",
            bytes,
            workspaceId
        );

    /// <summary>Assets come back from the trash. False when they do not fit.</summary>
    public static async Task<bool> UseQuotaAsync(
        this MagpieDbContext db,
        Guid workspaceId,
        long bytes,
        long? limit,
        CancellationToken ct
    ) =>
        await db
            .Workspaces.Where(w => w.Id == workspaceId && (limit == null || w.StorageBytes + w.ReservedBytes + bytes <= limit))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.StorageBytes, w => w.StorageBytes + bytes), ct) == 1;

    /// <summary>Assets are moved to the trash.</summary>
    public static Task FreeQuotaAsync(this MagpieDbContext db, Guid workspaceId, long bytes, CancellationToken ct) =>
        Workspace(db, workspaceId).ExecuteUpdateAsync(set => set.SetProperty(w => w.StorageBytes, w => w.StorageBytes - bytes), ct);

    private static IQueryable<Workspace> Workspace(MagpieDbContext db, Guid id) => db.Workspaces.Where(w => w.Id == id);
}
