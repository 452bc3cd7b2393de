using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

internal sealed class StatusFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.Status is not null;

    public override IReadOnlyList<string> Columns => ["Status"];

    public override Counters CountedIn => Counters.Assets;

    public override AssetCriteria Copy(AssetCriteria from, AssetCriteria to) => to with { Status = from.Status };

    public override IQueryable<AssetCount> Narrow(IQueryable<AssetCount> counts, AssetCriteria criteria) =>
        counts.Where(c => criteria.Status == null || c.Status == criteria.Status);

    // Written as literals, so that PostgreSQL's cached plan knows how common each value is.
    public override void NarrowPath(AssetSql sql, AssetCriteria criteria)
    {
        if (criteria.Status is { } status)
        {
            sql.Where($"a.\"Status\" = '{status}'");
        }
    }
}
