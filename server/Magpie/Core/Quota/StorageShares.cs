using System.Globalization;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;

namespace Magpie.Core.Quota;

/// <summary>What a member holds of a workspace's storage by what is on its way in, and may hold.</summary>
internal readonly record struct StorageShare(long HeldBytes, long ShareBytes);

internal static class StorageShares
{
    private const string Held = """
        SELECT COALESCE((SELECT SUM("Length") FROM "Uploads" WHERE "UserId" = @p0 AND "WorkspaceId" = @p1 AND "State" = 'Receiving'), 0)
             + COALESCE((SELECT SUM("ReservedBytes") FROM "Imports" WHERE "UserId" = @p0 AND "WorkspaceId" = @p1 AND "State" = 'Running' AND "EndedAt" IS NULL), 0)
        """;

    private const string Taken = """SELECT "StorageBytes" + "ReservedBytes" FROM "Workspaces" WHERE "Id" = @p0""";

    /// <summary>
    /// In the transaction that has reserved the bytes, before the row that holds them is written, so that of several at once each counts
    /// the others.
    /// </summary>
    /// <param name="diskFree">Asked for only where the member holds something already.</param>
    /// <returns>Null where the bytes are within the member's share.</returns>
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

        // Without a limit of the plan it is the disk that can be held too much of.
        var free = diskFree();
        if (limit is { } most)
        {
            free = Math.Min(free, most - Number(await db.FindAsync(Taken, workspaceId)) + bytes + held);
        }

        return StorageRules.IsWithinShare(held, bytes, free) ? null : new(held, StorageRules.ShareOf(free));
    }

    private static long Number(object? found) => Convert.ToInt64(found, CultureInfo.InvariantCulture);
}
