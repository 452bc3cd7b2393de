using System.Globalization;
using Magpie.Model.Library;
using Magpie.Platform.Database.AssetSearch.Filters;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>Chooses the path that finds the assets in the fewest and cheapest steps.</summary>
internal sealed class AccessPathPlanner(MagpieDbContext db, PathSizeCache sizes)
{
    // Never counts more than this, because counting would then take longer than it saves.
    private const int CountedAtMost = 10_000;

    // What people delete in a month.
    private const int FewInTrash = 1_000;

    // A step along an index costs 1.
    private const double LookUp = 10;

    /// <summary>With its approximate number of rows, if that had to be counted.</summary>
    public async Task<(AccessPath Path, int Size)> ChooseAsync(AssetCriteria criteria, CancellationToken ct)
    {
        var all = AssetIndex.For(criteria);
        if (criteria.Trashed)
        {
            return (all, FewInTrash);
        }

        var candidates = AssetFilters.All.Select(filter => filter.PathFor(criteria)).OfType<AccessPath>().Distinct().ToList();
        if (candidates.Count == 0)
        {
            return (all, int.MaxValue);
        }

        var readsRows = AssetFilters.AskedIn(criteria).Any(filter => filter.ReadsRows);
        var counted = AssetFilters.CountedPartOf(criteria);
        var isNarrowed = AssetFilters.AskedIn(counted).Any();
        if (candidates is [var only] && !readsRows && !isNarrowed)
        {
            return (only, int.MaxValue);
        }

        var library = await CountByDatabaseAsync(new() { GroupId = criteria.GroupId }, ct);
        var sized = new List<(AccessPath Path, int Size)> { (all, isNarrowed ? await CountByDatabaseAsync(counted, ct) : library) };
        foreach (var candidate in candidates)
        {
            sized.Add((candidate, candidate.KnownSize ?? await CountAsync(candidate, criteria.GroupId, ct)));
        }

        // When each row must be read from the asset itself, all paths cost about the same.
        return readsRows ? sized.MinBy(one => one.Size) : sized.MinBy(one => one.Size * StepOn(one.Path, criteria, sized, library));
    }

    /// <summary>
    /// The cost of one row. The indexes of assets have all of an asset's columns; other tables are looked up for rows that pass the rest.
    /// </summary>
    private static double StepOn(AccessPath path, AssetCriteria criteria, List<(AccessPath Path, int Size)> sized, int library)
    {
        var elsewhere = AssetFilters.All.Sum(filter => filter.LookUpsFor(criteria));
        var passing = sized
            .Where(one => one.Path is AssetIndex && one.Path != path)
            .Aggregate(1.0, (share, one) => share * Math.Min(1, (double)one.Size / Math.Max(1, library)));
        return path is AssetIndex ? 1 + (LookUp * elsewhere * passing) : 1 + LookUp + (LookUp * (elsewhere - 1) * passing);
    }

    private Task<int> CountByDatabaseAsync(AssetCriteria criteria, CancellationToken ct) =>
        sizes.OfAsync(criteria, () => db.AssetCounts.NarrowedTo(criteria).SumAsync(c => c.Count, ct));

    private Task<int> CountAsync(AccessPath path, Guid groupId, CancellationToken ct) =>
        sizes.OfAsync((groupId, path), () => CountRowsAsync(path, groupId, ct));

    private async Task<int> CountRowsAsync(AccessPath path, Guid groupId, CancellationToken ct)
    {
        // Only columns in an index of assets, so that no row has to be read.
        var own = path is AssetIndex index ? index.Holds : new() { GroupId = groupId };
        var sql = AssetSql.For(own, SqlDialect.Of(db));
        path.AddTo(sql, own, keysOnly: true);
        var rows = sql.Select("1 AS one", string.Create(CultureInfo.InvariantCulture, $"LIMIT {CountedAtMost}"));
        var count = (await db.QueryLongsAsync($"SELECT COUNT(*) FROM ({rows}) AS few", sql.Parameters, ct))[0];
        return count < CountedAtMost ? (int)count : CountedAtMost * 5;
    }
}
