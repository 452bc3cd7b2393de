using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>All there are.</summary>
internal static class AssetFilters
{
    /// <summary>In the order of their conditions in a query; of two paths with the same cost, the earlier filter's is used.</summary>
    public static IReadOnlyList<AssetFilter> All { get; } =
    [
        new TrashFilter(),
        new KindFilter(),
        new StatusFilter(),
        new FitFilter(),
        new LabelFilter(),
        new StarFilter(),
        new UsageFilter(),
        new NetworkFilter(),
        new OriginFilter(),
        new NameFilter(),
    ];

    /// <summary>All columns of an asset that they need.</summary>
    public static IEnumerable<string> Columns => All.SelectMany(filter => filter.Columns).Distinct();

    public static IEnumerable<AssetFilter> AskedIn(AssetCriteria criteria) => All.Where(filter => filter.IsAskedIn(criteria));

    /// <summary>Whether these counters can tell how many assets match.</summary>
    public static bool KnowAll(this Counters counters, AssetCriteria criteria) =>
        AskedIn(criteria).All(filter => filter.CountedIn.HasFlag(counters));

    /// <summary>The criteria that <see cref="Counters.Assets"/> knows.</summary>
    public static AssetCriteria CountedPartOf(AssetCriteria criteria) =>
        All.Where(filter => filter.CountedIn.HasFlag(Counters.Assets))
            .Aggregate(new AssetCriteria { GroupId = criteria.GroupId }, (part, filter) => filter.Copy(criteria, part));

    public static IQueryable<AssetCount> NarrowedTo(this IQueryable<AssetCount> counts, AssetCriteria criteria) =>
        All.Aggregate(counts.Where(c => c.GroupId == criteria.GroupId), (narrowed, filter) => filter.Narrow(narrowed, criteria));

    public static IQueryable<LabelCount> NarrowedTo(this IQueryable<LabelCount> counts, AssetCriteria criteria) =>
        All.Aggregate(counts, (narrowed, filter) => filter.Narrow(narrowed, criteria));
}
