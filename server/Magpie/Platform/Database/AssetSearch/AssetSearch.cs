using System.Globalization;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>Finds assets by criteria, in any library size.</summary>
/// <param name="fewEnough">Looking at the names of so many rows is as fast as asking the index of names, or faster.</param>
internal sealed class AssetSearch(MagpieDbContext db, PathSizeCache sizes, int fewEnough = 5_000)
{
    private const int SecondLook = 4;
    private readonly SqlDialect dialect = SqlDialect.Of(db);
    private readonly AccessPathPlanner walks = new(db, sizes);

    /// <summary>The positions of those below a position, highest first.</summary>
    public async Task<List<long>> FindAsync(AssetCriteria criteria, long below, int skip, int take, CancellationToken ct)
    {
        var (walk, size) = await walks.ChooseAsync(criteria, ct);
        var byFit = criteria is { NamePart: null, Fits: not null, Trashed: false } && walk is AccessPath.Assets;
        if (size <= fewEnough || (criteria.NamePart is null && !byFit))
        {
            return await FindAlongAsync(walk, criteria, below, above: null, skip, take, ct);
        }

        if (criteria.NamePart is { } part && dialect.WalksNamesNewestFirst && walk is AccessPath.Assets)
        {
            return await FindAlongAsync(new AccessPath.OfName(part), criteria, below, above: null, skip, take, ct);
        }

        // What is frequent fills a page among the newest few thousand, where an index in another order would bring up far too many.
        // What is rare does not; then that index has few. What is in between gets a second, longer look.
        for (var rows = fewEnough; ; rows *= SecondLook)
        {
            var end = await EndOfAsync(rows, walk, criteria, below, ct);
            var found = await FindAlongAsync(walk, criteria, below, end, skip, take, ct);
            if (found.Count == take || end is null)
            {
                return found;
            }

            if (found.Count < take / SecondLook || rows > fewEnough)
            {
                break;
            }
        }

        if (criteria.NamePart is { } name)
        {
            return await FindAlongAsync(new AccessPath.OfName(name), criteria, below, above: null, skip, take, ct);
        }

        var masks = await walks.MasksAsync(criteria, ct);
        return masks.Count == 0 ? [] : await FindAlongAsync(new AccessPath.OfFit(masks), criteria, below, above: null, skip, take, ct);
    }

    /// <summary>How many there are, by month and kind.</summary>
    public async Task<List<MonthKindCount>> CountAsync(AssetCriteria criteria, CancellationToken ct)
    {
        if (criteria.IsCountedByTheDatabase)
        {
            return await db
                .AssetCounts.Where(c =>
                    c.GroupId == criteria.GroupId
                    && (criteria.Kind == null || c.Kind == criteria.Kind)
                    && (criteria.Status == null || c.Status == criteria.Status)
                )
                .GroupBy(c => new { c.Month, c.Kind })
                .Select(g => new MonthKindCount(g.Key.Month, g.Key.Kind, g.Sum(c => c.Count)))
                .ToListAsync(ct);
        }

        if (criteria.CountedLabel is { Id: var label })
        {
            return await db
                .LabelCounts.Where(c => c.LabelId == label && c.Count > 0 && (criteria.Kind == null || c.Kind == criteria.Kind))
                .Select(c => new MonthKindCount(c.Month, c.Kind, c.Count))
                .ToListAsync(ct);
        }

        var (walk, size) = await walks.ChooseAsync(criteria, ct);
        if (criteria.NamePart is { } part && size > fewEnough)
        {
            walk = new AccessPath.OfName(part);
        }

        var sql = Write(walk, criteria);
        var day = $"{sql.Place} / {AssetPosition.PositionsPerDay}";
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
        AccessPath walk,
        AssetCriteria criteria,
        long below,
        long? above,
        int skip,
        int take,
        CancellationToken ct
    )
    {
        var sql = Write(walk, criteria);
        AddRange(sql, below, above);
        // As a number, so that a plan that PostgreSQL keeps is made for a page and not for a tenth of all.
        var rest = string.Create(
            CultureInfo.InvariantCulture,
            $"ORDER BY {sql.Place} DESC LIMIT {take}{(skip > 0 ? $" OFFSET {sql.Parameter(skip)}" : "")}"
        );
        return await db.QueryLongsAsync(sql.Select(sql.Place, rest), sql.Parameters, ct);
    }

    /// <summary>The position up to which a walk has so many rows; null where it has no more.</summary>
    private async Task<long?> EndOfAsync(int rows, AccessPath walk, AssetCriteria criteria, long below, CancellationToken ct)
    {
        var sql = AssetSql.For(criteria, dialect);
        walk.AddTo(sql, criteria, dialect, alone: true);
        AddRange(sql, below, above: null);
        var rest = string.Create(CultureInfo.InvariantCulture, $"ORDER BY {sql.Place} DESC LIMIT 1 OFFSET {rows}");
        var ends = await db.QueryLongsAsync(sql.Select(sql.Place, rest), sql.Parameters, ct);
        return ends.Count == 0 ? null : ends[0];
    }

    private static void AddRange(AssetSql sql, long below, long? above)
    {
        if (below < AssetPosition.Top)
        {
            sql.Where($"{sql.Place} < {sql.Parameter(below)}");
        }

        if (above is { } end)
        {
            sql.Where($"{sql.Place} > {sql.Parameter(end)}");
        }
    }

    private AssetSql Write(AccessPath walk, AssetCriteria criteria)
    {
        var sql = AssetSql.For(criteria, dialect);
        walk.AddTo(sql, criteria, dialect);
        if (criteria.Fits is { } bit && walk is not AccessPath.OfFit)
        {
            sql.Where($"(a.\"FitsUsable\" & {sql.Parameter(bit)}) <> 0");
        }

        foreach (var label in criteria.Labels.Where(label => walk is not AccessPath.OfLabel(var walked) || walked.Id != label.Id))
        {
            sql.WhereThereIs($"\"AssetLabels\" AS l WHERE l.\"LabelId\" = {sql.Parameter(label.Id)} AND l.\"Position\" = {sql.Place}");
        }

        if (criteria.StarredBy is { } member && walk is not AccessPath.OfStar)
        {
            sql.WhereThereIs($"\"Stars\" AS s WHERE s.\"UserId\" = {sql.Parameter(dialect.Key(member))} AND s.\"Position\" = {sql.Place}");
        }

        AddUsage(sql, criteria, walk);
        if (criteria.NamePart is { } part && walk is not AccessPath.OfName)
        {
            sql.Where(dialect.NameHas(sql, part));
        }

        return sql;
    }

    private void AddUsage(AssetSql sql, AssetCriteria criteria, AccessPath walk)
    {
        if (criteria is { Usage: { } usage, ProfileId: { } profile } && walk is not AccessPath.OfProfile)
        {
            sql.WhereThereIs(
                $"\"PostAssets\" AS p WHERE p.\"ProfileId\" = {sql.Parameter(dialect.Key(profile))} AND p.\"Position\" = {sql.Place}",
                not: usage is Usage.Unused
            );
        }
        else if (criteria is { Usage: Usage.Unused, ProfileId: null })
        {
            sql.Where("a.\"PostCount\" = 0");
        }

        if (criteria.HeldOn is { } platform)
        {
            sql.WhereThereIs(
                "\"PostAssets\" AS p JOIN \"Profiles\" AS f ON f.\"Id\" = p.\"ProfileId\" WHERE f.\"Platform\" = "
                    + $"{sql.Parameter(platform.ToString())} AND p.\"Position\" = {sql.Place}"
            );
        }
    }

    private sealed record DayKindCount(long Day, string Kind, int Count);
}

/// <param name="Month"><c>202611</c>, in UTC.</param>
internal sealed record MonthKindCount(int Month, MediaKind Kind, int Count);
