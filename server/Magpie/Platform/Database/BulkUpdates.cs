using Magpie.Platform.Database.AssetSearch;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

/// <summary>Updates of many assets in one statement that returns which of them it changed.</summary>
internal static class BulkUpdates
{
    /// <summary>An id as a parameter of such a statement.</summary>
    public static object KeyOf(this MagpieDbContext db, Guid id) => SqlDialect.Of(db).Key(id);

    /// <summary>A time as a parameter of such a statement.</summary>
    public static object MomentOf(this MagpieDbContext db, DateTime utc) => SqlDialect.Of(db).Moment(utc);

    /// <param name="sql">With <c>:positions</c> for the list, and <c>RETURNING … AS "Value"</c>.</param>
    public static async Task<List<long>> UpdateReturningAsync(
        this MagpieDbContext db,
        string sql,
        IReadOnlyCollection<long> positions,
        object[] parameters,
        CancellationToken ct
    ) => positions.Count == 0 ? [] : await db.Database.SqlQueryRaw<long>(Among(sql, positions), parameters).ToListAsync(ct);

    // Integers need no quoting, and as parameters they would be more than either database allows.
    private static string Among(string sql, IEnumerable<long> positions) =>
        sql.Replace(":positions", string.Join(',', positions), StringComparison.Ordinal);
}
