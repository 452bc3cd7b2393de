using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

internal sealed class KindFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.Kind is not null;

    public override IReadOnlyList<string> Columns => ["Kind"];

    public override Counters CountedIn => Counters.Assets | Counters.Labels;

    public override AssetCriteria Copy(AssetCriteria from, AssetCriteria to) => to with { Kind = from.Kind };

    public override IQueryable<AssetCount> Narrow(IQueryable<AssetCount> counts, AssetCriteria criteria) =>
        counts.Where(c => criteria.Kind == null || c.Kind == criteria.Kind);

    public override IQueryable<LabelCount> Narrow(IQueryable<LabelCount> counts, AssetCriteria criteria) =>
        counts.Where(c => criteria.Kind == null || c.Kind == criteria.Kind);

    // Written as literals, so that PostgreSQL's cached plan knows how common each value is.
    public override void NarrowPath(AssetSql sql, AssetCriteria criteria)
    {
        if (criteria.Kind is { } kind)
        {
            sql.Where($"a.\"Kind\" = '{kind}'");
        }
    }
}
