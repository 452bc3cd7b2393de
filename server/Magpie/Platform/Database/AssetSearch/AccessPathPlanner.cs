using System.Globalization;
using Magpie.Model.Library;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>Chooses what to walk along: where the fewest and cheapest steps lead to what is asked for.</summary>
internal sealed class AccessPathPlanner(MagpieDbContext db, PathSizeCache sizes)
{
    // More are not counted: counting itself would take longer than it saves.
    private const int CountedAtMost = 10_000;

    // What people delete in a month.
    private const int FewInTrash = 1_000;

    // A step along an index is 1.
    private const double LookUp = 10;

    /// <summary>And about how many rows it has, where that had to be asked.</summary>
    public async Task<(AccessPath Walk, int Size)> ChooseAsync(AssetCriteria criteria, CancellationToken ct)
    {
        var all = AccessPath.AlongAll(criteria);
        if (criteria.Trashed)
        {
            return (all, FewInTrash);
        }

        var candidates = Candidates(criteria).ToList();
        if (candidates.Count == 0 || (candidates.Count == 1 && criteria is { NamePart: null, Kind: null, Status: null }))
        {
            return (candidates.Count == 0 ? all : candidates[0], int.MaxValue);
        }

        var library = await CountByDatabaseAsync(new() { GroupId = criteria.GroupId }, ct);
        var sized = new List<(AccessPath Walk, int Size)>
        {
            (all, criteria is { Kind: null, Status: null } ? library : await CountByDatabaseAsync(criteria, ct)),
        };
        foreach (var candidate in candidates)
        {
            sized.Add(
                (candidate, candidate is AccessPath.OfLabel(var label) ? label.AssetCount : await CountAsync(candidate, criteria, ct))
            );
        }

        // A name is read from the asset itself, which on every walk costs much the same.
        return criteria.NamePart is not null
            ? sized.MinBy(one => one.Size)
            : sized.MinBy(one => one.Size * StepOn(one.Walk, criteria, sized, library));
    }

    /// <summary>
    /// What a row of a walk costs. Of an asset an index knows all but labels, stars and profiles, which are looked up for those that pass
    /// the rest.
    /// </summary>
    private static double StepOn(AccessPath walk, AssetCriteria criteria, List<(AccessPath Walk, int Size)> sized, int library)
    {
        var elsewhere =
            criteria.Labels.Count + (criteria.StarredBy is null ? 0 : 1) + (criteria.ProfileId is null && criteria.HeldOn is null ? 0 : 1);
        var passing = sized
            .Where(one => one.Walk is AccessPath.Assets && one.Walk != walk)
            .Aggregate(1.0, (share, one) => share * Math.Min(1, (double)one.Size / Math.Max(1, library)));
        return walk is AccessPath.Assets ? 1 + (LookUp * elsewhere * passing) : 1 + LookUp + (LookUp * (elsewhere - 1) * passing);
    }

    /// <summary>
    /// Those of the group that have the surface that is asked for. Jumps from each mask to the next; there are far fewer than assets.
    /// </summary>
    public Task<List<long>> MasksAsync(AssetCriteria criteria, CancellationToken ct)
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

    private static IEnumerable<AccessPath> Candidates(AssetCriteria criteria)
    {
        if (criteria.Labels.MinBy(label => label.AssetCount) is { } rarest)
        {
            yield return new AccessPath.OfLabel(rarest);
        }

        if (criteria.StarredBy is { } member)
        {
            yield return new AccessPath.OfStar(member);
        }

        if (criteria.Usage is Usage.Used || criteria.HeldOn is not null)
        {
            yield return criteria is { Usage: Usage.Used, ProfileId: { } profile }
                ? new AccessPath.OfProfile(profile)
                : AccessPath.AlongUsed;
        }

        if (criteria.Origin is not null and not AssetOrigin.Upload)
        {
            yield return AccessPath.AlongOrigin(criteria);
        }
    }

    private Task<int> CountByDatabaseAsync(AssetCriteria criteria, CancellationToken ct) =>
        sizes.OfAsync(
            (criteria.GroupId, criteria.Kind, criteria.Status),
            () =>
                db
                    .AssetCounts.Where(c =>
                        c.GroupId == criteria.GroupId
                        && (criteria.Kind == null || c.Kind == criteria.Kind)
                        && (criteria.Status == null || c.Status == criteria.Status)
                    )
                    .SumAsync(c => c.Count, ct)
        );

    private Task<int> CountAsync(AccessPath walk, AssetCriteria criteria, CancellationToken ct) =>
        sizes.OfAsync((criteria.GroupId, walk, criteria.Origin, criteria.Status), () => CountRowsAsync(walk, criteria, ct));

    private async Task<int> CountRowsAsync(AccessPath walk, AssetCriteria criteria, CancellationToken ct)
    {
        var dialect = SqlDialect.Of(db);
        var sql = AssetSql.For(criteria, dialect);
        // Of an index of assets only what is in the index, so that no row is read for it.
        var own = new AssetCriteria { GroupId = criteria.GroupId };
        own =
            walk == AccessPath.AlongUsed ? own with { Usage = Usage.Used }
            : walk is AccessPath.Assets ? own with { Origin = criteria.Origin, Status = criteria.Status }
            : own;
        walk.AddTo(sql, own, dialect, alone: true);
        var rows = sql.Select("1 AS one", string.Create(CultureInfo.InvariantCulture, $"LIMIT {CountedAtMost}"));
        var count = (await db.QueryLongsAsync($"SELECT COUNT(*) FROM ({rows}) AS few", sql.Parameters, ct))[0];
        return count < CountedAtMost ? (int)count : CountedAtMost * 5;
    }
}
