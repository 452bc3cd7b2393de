using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>Any part of the name. The name is in the asset itself, and in an index that finds all names with a part.</summary>
internal sealed class NameFilter : SearchIndexFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.NamePart is not null;

    public override bool ReadsRows => true;

    public override void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path)
    {
        if (criteria.NamePart is { } part && path is not OfName)
        {
            sql.Where(sql.Dialect.NameHas(sql, part));
        }
    }

    public override bool Serves(AssetCriteria criteria, AccessPath path) => criteria.NamePart is not null;

    public override bool IsAskedFirst(SqlDialect dialect, AccessPath path) => dialect.WalksNamesNewestFirst && path is AssetIndex;

    public override bool ServesCounts => true;

    public override Task<AccessPath?> FindPathAsync(MagpieDbContext db, AssetCriteria criteria, CancellationToken ct) =>
        Task.FromResult<AccessPath?>(new OfName(criteria.NamePart!));

    private sealed record OfName(string Part) : AccessPath
    {
        protected override void Begin(AssetSql sql, Guid groupId, bool keysOnly) => sql.Dialect.WalkNames(sql, Part);
    }
}
