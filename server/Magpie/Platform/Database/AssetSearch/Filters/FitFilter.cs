using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>
/// Assets that fit a surface: one bit of a mask. There are few different masks, and an index lists the assets of each; so its results come
/// mask by mask, not newest first.
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
    /// The masks in the group that include the surface. Jumps from each mask to the next; there are far fewer than assets.
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

    /// <param name="Masks">All masks in the group that include the surface.</param>
    private sealed record OfFit(IReadOnlyList<long> Masks) : AccessPath
    {
        protected override void Begin(AssetSql sql, Guid groupId, bool keysOnly) => sql.Dialect.WalkFits(sql, groupId, Masks);
    }
}
