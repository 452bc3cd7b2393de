using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>
/// What fits a surface: a bit of a mask. There are few masks, and an index has the assets of each; it brings up one mask after the other,
/// not the newest first.
/// </summary>
internal sealed class FitFilter : SearchIndexFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.Fits is not null;

    public override IReadOnlyList<string> Columns => ["FitsUsable"];

    public override void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path)
    {
        if (criteria.Fits is { } bit && path is not OfFit)
        {
            sql.Where($"(a.\"FitsUsable\" & {sql.Parameter(bit)}) <> 0");
        }
    }

    public override bool Serves(AssetCriteria criteria, AccessPath path) =>
        criteria is { NamePart: null, Fits: not null, Trashed: false } && path is AssetIndex;

    public override async Task<AccessPath?> FindPathAsync(MagpieDbContext db, AssetCriteria criteria, CancellationToken ct)
    {
        var masks = await MasksAsync(db, criteria, ct);
        return masks.Count == 0 ? null : new OfFit(masks);
    }

    /// <summary>
    /// Those of the group that have the surface that is asked for. Jumps from each mask to the next; there are far fewer than assets.
    /// </summary>
    private static Task<List<long>> MasksAsync(MagpieDbContext db, AssetCriteria criteria, CancellationToken ct)
    {
        var dialect = SqlDialect.Of(db);
        var inGroup = $"FROM \"Assets\" AS a{dialect.By("Assets_OfFit")} WHERE a.\"GroupId\" = {{0}} AND a.\"TrashedAt\" IS NULL";
        var sql = $$"""
            WITH RECURSIVE masks(mask) AS (
                SELECT (SELECT a."FitsUsable" {{inGroup}} ORDER BY a."FitsUsable" LIMIT 1)
                UNION ALL
                SELECT (SELECT a."FitsUsable" {{inGroup}} AND a."FitsUsable" > mask ORDER BY a."FitsUsable" LIMIT 1) FROM masks WHERE mask IS NOT NULL)
            SELECT mask FROM masks WHERE (mask & {1}) <> 0
            """;
        return db.QueryLongsAsync(sql, [dialect.Key(criteria.GroupId), criteria.Fits!.Value], ct);
    }

    /// <param name="Masks">All that are in the group and have the surface that is asked for.</param>
    private sealed record OfFit(IReadOnlyList<long> Masks) : AccessPath
    {
        protected override void Begin(AssetSql sql, Guid groupId, bool keysOnly) => sql.Dialect.WalkFits(sql, groupId, Masks);
    }
}
