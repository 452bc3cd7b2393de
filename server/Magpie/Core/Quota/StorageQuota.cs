using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Quota;

/// <summary>A workspace's bytes. Each change is one statement, so the sums are exact however many ask at once.</summary>
internal static class StorageQuota
{
    /// <summary>Promises bytes to an upload. False when they do not fit any more.</summary>
    public static async Task<bool> ReserveQuotaAsync(this MagpieDbContext db, Guid workspaceId, long bytes, long? limit) =>
        await db.ExecuteAsync(
            "UPDATE \"Workspaces\" SET \"ReservedBytes\" = \"ReservedBytes\" + @p0 WHERE \"Id\" = @p1 AND \"StorageBytes\" + "
                + "\"ReservedBytes\" + @p0 <= @p2",
            bytes,
            workspaceId,
            limit ?? long.MaxValue
        ) == 1;

    /// <summary>An upload ended without an asset.</summary>
    public static Task ReleaseQuotaAsync(this MagpieDbContext db, Guid workspaceId, long bytes, CancellationToken ct) =>
        Workspace(db, workspaceId).ExecuteUpdateAsync(set => set.SetProperty(w => w.ReservedBytes, w => w.ReservedBytes - bytes), ct);

    /// <summary>
    /// Takes the workspace's row until the transaction ends, for who changes its bytes only after another row: all take it first, or two of
    /// them wait for each other.
    /// </summary>
    public static Task LockQuotaAsync(this MagpieDbContext db, Guid workspaceId, CancellationToken ct) =>
        db.ReleaseQuotaAsync(workspaceId, 0, ct);

    /// <summary>As <see cref="LockQuotaAsync"/>, of the workspace that a group is of.</summary>
    public static async Task LockQuotaOfGroupAsync(this MagpieDbContext db, Guid groupId, CancellationToken ct) =>
        await db.LockQuotaAsync(await db.Groups.Where(g => g.Id == groupId).Select(g => g.WorkspaceId).SingleAsync(ct), ct);

    /// <summary>An upload became an asset: what was promised is now used.</summary>
    public static Task CommitQuotaAsync(this MagpieDbContext db, Guid workspaceId, long bytes) =>
        db.ExecuteAsync(
            "UPDATE \"Workspaces\" SET \"ReservedBytes\" = \"ReservedBytes\" - @p0, \"StorageBytes\" = \"StorageBytes\" + @p0 "
                + "WHERE \"Id\" = @p1",
            bytes,
            workspaceId
        );

    /// <summary>Assets are back from the trash. False when they do not fit any more.</summary>
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

    /// <summary>Assets are gone, or in the trash.</summary>
    public static Task FreeQuotaAsync(this MagpieDbContext db, Guid workspaceId, long bytes, CancellationToken ct) =>
        Workspace(db, workspaceId).ExecuteUpdateAsync(set => set.SetProperty(w => w.StorageBytes, w => w.StorageBytes - bytes), ct);

    private static IQueryable<Workspace> Workspace(MagpieDbContext db, Guid id) => db.Workspaces.Where(w => w.Id == id);
}
