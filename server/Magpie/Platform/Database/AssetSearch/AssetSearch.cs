using System.Globalization;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Platform.Database.AssetSearch.Filters;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>Finds assets by criteria, in any library size.</summary>
/// <param name="fewEnough">Checking this many names one by one is at least as fast as asking the name index.</param>
internal sealed class AssetSearch(MagpieDbContext db, PathSizeCache sizes, int fewEnough = 5_000)
{
    private const int SecondLook = 4;
    private static readonly SearchIndexFilter[] SearchIndexes = [.. AssetFilters.All.OfType<SearchIndexFilter>()];
    private readonly SqlDialect dialect = SqlDialect.Of(db);
    private readonly AccessPathPlanner planner = new(db, sizes);

    /// <summary>The positions below a given one, highest first.</summary>
    public async Task<List<long>> FindAsync(AssetCriteria criteria, long below, int skip, int take, CancellationToken ct)
    {
        var (path, size) = await planner.ChooseAsync(criteria, ct);
        var indexed = SearchIndexes.FirstOrDefault(filter => filter.Serves(criteria, path));
        if (size <= fewEnough || indexed is null)
        {
            return await FindAlongAsync(path, criteria, below, above: null, skip, take, ct);
        }

        // A common name fills a page from the newest few thousand, where an index in another order would return far too many. A rare one
        // does not, but the index then returns few. Anything in between gets a second, longer look.
        for (var rows = fewEnough; !indexed.IsAskedFirst(dialect, path); rows *= SecondLook)
        {
            var end = await EndOfAsync(rows, path, criteria, below, ct);
            var found = await FindAlongAsync(path, criteria, below, end, skip, take, ct);
            if (found.Count == take || end is null)
            {
                return found;
            }

            if (found.Count < take / SecondLook || rows > fewEnough)
            {
                break;
            }
        }

        return await indexed.FindPathAsync(db, criteria, ct) is { } along
            ? await FindAlongAsync(along, criteria, below, above: null, skip, take, ct)
            : [];
    }

    /// <summary>How many there are, by month and kind.</summary>
    public async Task<List<MonthKindCount>> CountAsync(AssetCriteria criteria, CancellationToken ct)
    {
        if (Counters.Assets.KnowAll(criteria))
        {
            return await db
                .AssetCounts.NarrowedTo(criteria)
                .GroupBy(c => new { c.Month, c.Kind })
                .Select(g => new MonthKindCount(g.Key.Month, g.Key.Kind, g.Sum(c => c.Count)))
                .ToListAsync(ct);
        }

        if (criteria.Labels.Count == 1 && Counters.Labels.KnowAll(criteria))
        {
            return await db.LabelCounts.NarrowedTo(criteria).Select(c => new MonthKindCount(c.Month, c.Kind, c.Count)).ToListAsync(ct);
        }

        var (path, size) = await planner.ChooseAsync(criteria, ct);
        if (size > fewEnough && SearchIndexes.FirstOrDefault(filter => filter.ServesCounts && filter.Serves(criteria, path)) is { } indexed)
        {
            path = await indexed.FindPathAsync(db, criteria, ct) ?? path;
        }

        var sql = Write(path, criteria);
        var day = $"{sql.KeyColumn} / {AssetPosition.PositionsPerDay}";
        var days = await db
            .Database.SqlQueryRaw<DayKindCount>(
                sql.Select(
                    $"{day} AS \"Day\", a.\"Kind\" AS \"Kind\", CAST(COUNT(*) AS integer) AS \"Count\"",
                    $"GROUP BY {day}, a.\"Kind\""
                ),
                sql.Parameters
            )
            .ToListAsync(ct);
        return
        [
            .. days.GroupBy(d => (Month: AssetPosition.MonthOf(d.Day), d.Kind))
                .Select(g => new MonthKindCount(g.Key.Month, Enum.Parse<MediaKind>(g.Key.Kind), g.Sum(d => d.Count))),
        ];
    }

    private async Task<List<long>> FindAlongAsync(
        AccessPath path,
        AssetCriteria criteria,
        long below,
        long? above,
        int skip,
        int take,
        CancellationToken ct
    )
    {
        var sql = Write(path, criteria);
        AddRange(sql, below, above);
        // As a literal, so that PostgreSQL's cached plan is made for a page and not for a tenth of all rows.
        var rest = string.Create(
            CultureInfo.InvariantCulture,
            $"ORDER BY {sql.KeyColumn} DESC LIMIT {take}{(skip > 0 ? $" OFFSET {sql.Parameter(skip)}" : "")}"
        );
        return await db.QueryLongsAsync(sql.Select(sql.KeyColumn, rest), sql.Parameters, ct);
    }

    /// <summary>The position after so many rows of the path; null when it has fewer.</summary>
    private async Task<long?> EndOfAsync(int rows, AccessPath path, AssetCriteria criteria, long below, CancellationToken ct)
    {
        var sql = AssetSql.For(criteria, dialect);
        path.AddTo(sql, criteria, keysOnly: true);
        AddRange(sql, below, above: null);
        var rest = string.Create(CultureInfo.InvariantCulture, $"ORDER BY {sql.KeyColumn} DESC LIMIT 1 OFFSET {rows}");
        var ends = await db.QueryLongsAsync(sql.Select(sql.KeyColumn, rest), sql.Parameters, ct);
        return ends.Count == 0 ? null : ends[0];
    }

    private static void AddRange(AssetSql sql, long below, long? above)
    {
        if (below < AssetPosition.Top)
        {
            sql.Where($"{sql.KeyColumn} < {sql.Parameter(below)}");
        }

        if (above is { } end)
        {
            sql.Where($"{sql.KeyColumn} > {sql.Parameter(end)}");
        }
    }

    private AssetSql Write(AccessPath path, AssetCriteria criteria)
    {
        var sql = AssetSql.For(criteria, dialect);
        path.AddTo(sql, criteria);
        foreach (var filter in AssetFilters.All)
        {
            filter.Narrow(sql, criteria, path);
        }

        return sql;
    }

    private sealed record DayKindCount(long Day, string Kind, int Count);
}

/// <param name="Month"><c>202611</c>, in UTC.</param>
internal sealed record MonthKindCount(int Month, MediaKind Kind, int Count);
