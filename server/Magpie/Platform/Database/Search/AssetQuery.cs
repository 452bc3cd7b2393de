using Magpie.Model.Library;
using Magpie.Model.Media;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database.Search;

/// <summary>Finds assets by criteria, in any library size. It decides what to walk along; <see cref="AssetSql"/> writes that down.</summary>
internal sealed class AssetQuery(MagpieDbContext db)
{
    // Below this many, looking at each of them is faster than asking the index of names.
    private const int FewEnoughToLookAt = 5_000;

    /// <summary>The positions of those below a position, highest first.</summary>
    public async Task<List<long>> FindAsync(AssetCriteria criteria, long below, int skip, int take, CancellationToken ct)
    {
        var sql = await WriteAsync(criteria, ct);
        if (below < AssetPosition.Top)
        {
            sql.Where($"{sql.Place} < {sql.Parameter(below)}");
        }

        var rest = $"ORDER BY {sql.Place} DESC LIMIT {sql.Parameter(take)}{(skip > 0 ? $" OFFSET {sql.Parameter(skip)}" : "")}";
        return await db.Database.SqlQueryRaw<long>(sql.Select($"{sql.Place} AS \"Value\"", rest), sql.Parameters).ToListAsync(ct);
    }

    /// <summary>How many there are, by month and kind.</summary>
    public async Task<List<MonthKindCount>> CountAsync(AssetCriteria criteria, CancellationToken ct)
    {
        if (criteria.IsCountedByTheDatabase)
        {
            return await db.AssetCounts
                .Where(c => c.GroupId == criteria.GroupId
                    && (criteria.Kind == null || c.Kind == criteria.Kind)
                    && (criteria.Status == null || c.Status == criteria.Status))
                .GroupBy(c => new { c.Month, c.Kind })
                .Select(g => new MonthKindCount(g.Key.Month, g.Key.Kind, g.Sum(c => c.Count)))
                .ToListAsync(ct);
        }

        var sql = await WriteAsync(criteria, ct);
        var day = $"{sql.Place} / {AssetPosition.PositionsPerDay}";
        var days = await db.Database
            .SqlQueryRaw<DayKindCount>(sql.Select($"{day} AS \"Day\", a.\"Kind\" AS \"Kind\", CAST(COUNT(*) AS integer) AS \"Count\"", $"GROUP BY {day}, a.\"Kind\""), sql.Parameters)
            .ToListAsync(ct);
        return [.. days
            .GroupBy(d => (Month: AssetPosition.MonthOf(d.Day), d.Kind))
            .Select(g => new MonthKindCount(g.Key.Month, Enum.Parse<MediaKind>(g.Key.Kind), g.Sum(d => d.Count)))];
    }

    private async Task<AssetSql> WriteAsync(AssetCriteria criteria, CancellationToken ct)
    {
        var dialect = SqlDialect.Of(db);
        var sql = new AssetSql(dialect);
        var walk = await ChooseWalkAsync(criteria, dialect, ct);
        switch (walk)
        {
            case Walk.Label(var label):
                sql.Walk("\"AssetLabels\"", "\"Position\"");
                sql.Where($"w.\"LabelId\" = {sql.Parameter(label.Id)}");
                break;
            case Walk.Star:
                sql.Walk("\"Stars\"", "\"Position\"");
                sql.Where($"w.\"UserId\" = {sql.Parameter(dialect.Key(criteria.StarredBy!.Value))}");
                break;
            case Walk.Name:
                dialect.WalkNames(sql, criteria.NamePart!);
                break;
        }

        sql.Where($"a.\"GroupId\" = {sql.Parameter(dialect.Key(criteria.GroupId))}");
        sql.Where(criteria.Trashed ? "a.\"TrashedAt\" IS NOT NULL" : "a.\"TrashedAt\" IS NULL");
        AddOwnConditions(sql, criteria);
        AddLookUps(sql, criteria, dialect, walk);
        if (criteria.NamePart is { } part && walk is not Walk.Name)
        {
            dialect.MatchName(sql, part, isOnly: walk is Walk.Assets);
        }

        return sql;
    }

    private static void AddOwnConditions(AssetSql sql, AssetCriteria criteria)
    {
        if (criteria.Kind is { } kind)
        {
            sql.Where($"a.\"Kind\" = {sql.Parameter(kind.ToString())}");
        }

        if (criteria.Status is { } status)
        {
            sql.Where($"a.\"Status\" = {sql.Parameter(status.ToString())}");
        }

        if (criteria.Fits is { } bit)
        {
            sql.Where($"(a.\"FitsUsable\" & {sql.Parameter(bit)}) <> 0");
        }

        if (criteria.Origin is { } origin)
        {
            sql.Where($"a.\"Origin\" = {sql.Parameter(origin.ToString())}");
            sql.Where(origin is AssetOrigin.Upload ? "a.\"Origin\" = 'Upload'" : "a.\"Origin\" <> 'Upload'");
        }
    }

    private static void AddLookUps(AssetSql sql, AssetCriteria criteria, SqlDialect dialect, Walk walk)
    {
        foreach (var label in criteria.Labels.Where(label => walk is not Walk.Label(var walked) || walked.Id != label.Id))
        {
            sql.Where($"EXISTS (SELECT 1 FROM \"AssetLabels\" AS l WHERE l.\"LabelId\" = {sql.Parameter(label.Id)} AND l.\"Position\" = {sql.Place})");
        }

        if (criteria.StarredBy is { } member && walk is not Walk.Star)
        {
            sql.Where($"EXISTS (SELECT 1 FROM \"Stars\" AS s WHERE s.\"UserId\" = {sql.Parameter(dialect.Key(member))} AND s.\"Position\" = {sql.Place})");
        }

        // "PostCount" is asked as well, because an index of only the used ones answers to it.
        const string held = "EXISTS (SELECT 1 FROM \"PostAssets\" AS p";
        var onProfile = criteria.ProfileId is { } profile ? $"{held} WHERE p.\"ProfileId\" = {sql.Parameter(dialect.Key(profile))} AND p.\"Position\" = {sql.Place})" : null;
        switch (criteria.Usage)
        {
            case Usage.Used:
                sql.Where($"a.\"PostCount\" > 0{(onProfile is null ? "" : $" AND {onProfile}")}");
                break;
            case Usage.Unused:
                sql.Where(onProfile is null ? "a.\"PostCount\" = 0" : $"NOT {onProfile}");
                break;
        }

        if (criteria.HeldOn is { } platform)
        {
            sql.Where("a.\"PostCount\" > 0");
            sql.Where($"{held} JOIN \"Profiles\" AS f ON f.\"Id\" = p.\"ProfileId\" WHERE f.\"Platform\" = {sql.Parameter(platform.ToString())} AND p.\"Position\" = {sql.Place})");
        }
    }

    /// <summary>Along the rarest of what is asked for: everything else is then looked up for few.</summary>
    private async Task<Walk> ChooseWalkAsync(AssetCriteria criteria, SqlDialect dialect, CancellationToken ct)
    {
        var candidates = new List<(Walk Walk, int Size)>();
        if (criteria.Labels.MinBy(label => label.AssetCount) is { } rarest)
        {
            candidates.Add((new Walk.Label(rarest), rarest.AssetCount));
        }

        if (criteria.StarredBy is { } member)
        {
            candidates.Add((new Walk.Star(), await db.Stars.Where(s => s.UserId == member).OrderBy(s => s.Position).Take(100_000).CountAsync(ct)));
        }

        if (candidates.Count > 0 && (criteria.Kind is not null || criteria.Status is not null))
        {
            candidates.Add((new Walk.Assets(), await CountByDatabaseAsync(criteria, ct)));
        }

        var best = candidates.Count == 0 ? (Walk: new Walk.Assets(), Size: int.MaxValue) : candidates.MinBy(candidate => candidate.Size);
        return criteria.NamePart is not null && dialect.WalksNames && !criteria.Trashed && best.Size > FewEnoughToLookAt ? new Walk.Name() : best.Walk;
    }

    private Task<int> CountByDatabaseAsync(AssetCriteria criteria, CancellationToken ct) => db.AssetCounts
        .Where(c => c.GroupId == criteria.GroupId
            && (criteria.Kind == null || c.Kind == criteria.Kind)
            && (criteria.Status == null || c.Status == criteria.Status))
        .SumAsync(c => c.Count, ct);

    private abstract record Walk
    {
        internal sealed record Assets : Walk;

        internal sealed record Label(Model.Library.Label Rarest) : Walk;

        internal sealed record Star : Walk;

        internal sealed record Name : Walk;
    }

    private sealed record DayKindCount(long Day, string Kind, int Count);
}

/// <param name="Month"><c>202611</c>, in UTC.</param>
internal sealed record MonthKindCount(int Month, MediaKind Kind, int Count);
