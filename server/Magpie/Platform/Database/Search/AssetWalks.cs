using System.Globalization;
using Magpie.Model.Library;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database.Search;

/// <summary>Chooses what to walk along: the rarest of what is asked for, as everything else is then looked up for few.</summary>
internal sealed class AssetWalks(MagpieDbContext db)
{
    // More are not counted: counting itself would take longer than it saves.
    private const int CountedAtMost = 10_000;

    // What people delete in a month.
    private const int FewInTrash = 1_000;

    /// <summary>And about how many rows it has, where that had to be asked.</summary>
    public async Task<(AssetWalk Walk, int Size)> ChooseAsync(AssetCriteria criteria, CancellationToken ct)
    {
        var all = AssetWalk.AlongAll(criteria);
        if (criteria.Trashed)
        {
            return (all, FewInTrash);
        }

        var candidates = Candidates(criteria).ToList();
        if (candidates.Count == 0 || (candidates.Count == 1 && criteria is { NamePart: null, Kind: null, Status: null }))
        {
            return (candidates.Count == 0 ? all : candidates[0], int.MaxValue);
        }

        var sized = new List<(AssetWalk Walk, int Size)> { (all, criteria.Kind is null && criteria.Status is null ? int.MaxValue : await CountByDatabaseAsync(criteria, ct)) };
        foreach (var candidate in candidates)
        {
            sized.Add((candidate, candidate is AssetWalk.OfLabel(var label) ? label.AssetCount : await CountAsync(candidate, criteria, ct)));
        }

        return sized.MinBy(one => one.Size);
    }

    /// <summary>Those of the group that have the surface that is asked for. Jumps from each mask to the next; there are far fewer than assets.</summary>
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
        return db.NumbersAsync(sql, [dialect.Key(criteria.GroupId), criteria.Fits!.Value], ct);
    }

    private static IEnumerable<AssetWalk> Candidates(AssetCriteria criteria)
    {
        if (criteria.Labels.MinBy(label => label.AssetCount) is { } rarest)
        {
            yield return new AssetWalk.OfLabel(rarest);
        }

        if (criteria.StarredBy is { } member)
        {
            yield return new AssetWalk.OfStar(member);
        }

        if (criteria.Usage is Usage.Used || criteria.HeldOn is not null)
        {
            yield return criteria is { Usage: Usage.Used, ProfileId: { } profile } ? new AssetWalk.OfProfile(profile) : AssetWalk.AlongUsed;
        }

        if (criteria.Origin is not null and not AssetOrigin.Upload)
        {
            yield return AssetWalk.AlongOrigin;
        }
    }

    private Task<int> CountByDatabaseAsync(AssetCriteria criteria, CancellationToken ct) => db.AssetCounts
        .Where(c => c.GroupId == criteria.GroupId
            && (criteria.Kind == null || c.Kind == criteria.Kind)
            && (criteria.Status == null || c.Status == criteria.Status))
        .SumAsync(c => c.Count, ct);

    private async Task<int> CountAsync(AssetWalk walk, AssetCriteria criteria, CancellationToken ct)
    {
        var dialect = SqlDialect.Of(db);
        var sql = AssetSql.For(criteria, dialect);
        // Of an index of assets only what is in the index, so that no row is read for it.
        walk.AddTo(sql, new() { GroupId = criteria.GroupId, Origin = walk == AssetWalk.AlongOrigin ? criteria.Origin : null, Usage = walk == AssetWalk.AlongUsed ? Usage.Used : null }, dialect, alone: true);
        var rows = sql.Select("1 AS one", string.Create(CultureInfo.InvariantCulture, $"LIMIT {CountedAtMost}"));
        var count = (await db.NumbersAsync($"SELECT COUNT(*) FROM ({rows}) AS few", sql.Parameters, ct))[0];
        return count < CountedAtMost ? (int)count : CountedAtMost * 5;
    }
}
