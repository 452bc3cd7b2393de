using System.Globalization;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;

namespace Magpie.Core.Quota;

/// <summary>How much of a workspace's storage a member has reserved for what is on its way in, and how much they may reserve.</summary>
internal readonly record struct StorageShare(long HeldBytes, long ShareBytes);

internal static class StorageShares
{
    private const string Held = """
        SELECT COALESCE((SELECT SUM("Length") FROM "Uploads" WHERE "UserId" = @p0 AND "WorkspaceId" = @p1 AND "State" = 'Receiving'), 0)
             + COALESCE((SELECT SUM("ReservedBytes") FROM "Imports" WHERE "UserId" = @p0 AND "WorkspaceId" = @p1 AND "State" = 'Running' AND "EndedAt" IS NULL), 0)
        """;

    private const string Taken = """SELECT "StorageBytes" + "ReservedBytes" FROM "Workspaces" WHERE "Id" = @p0""";

    /// <summary>
    /// Runs in the transaction that reserved the bytes, before the upload's or import's row is written, so that parallel requests count
    /// each other.
    /// </summary>
    /// <param name="diskFree">Only called when the member has reserved something already.</param>
    /// <returns>Null when the bytes are within the member's share.</returns>
    public static async Task<StorageShare?> FindExceededShareAsync(
        this MagpieDbContext db,
        Guid userId,
        Guid workspaceId,
        long bytes,
        long? limit,
        Func<long> diskFree
    )
    {
        var held = Number(await db.FindAsync(Held, userId, workspaceId));
        if (held == 0)
        {
            return null;
        }

        // When the plan has no limit, the disk is what could be reserved too much of.
        var free = diskFree();
        if (limit is { } most)
        {
            free = Math.Min(free, most - Number(await db.FindAsync(Taken, workspaceId)) + bytes + held);
        }

        return StorageRules.IsWithinShare(held, bytes, free) ? null : new(held, StorageRules.ShareOf(free));
    }

    private static long Number(object? found) => Convert.ToInt64(found, CultureInfo.InvariantCulture);
}
