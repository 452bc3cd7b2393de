using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>Assets used in posts for one network.</summary>
internal sealed class NetworkFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.UsedOnNetwork is not null;

    public override IReadOnlyList<string> Columns => ["PostCount"];

    // The posts of one profile are fewer.
    public override AccessPath? PathFor(AssetCriteria criteria) =>
        criteria.UsedOnNetwork is not null && criteria is not { Usage: Usage.Used, ProfileId: not null }
            ? UsageFilter.AlongUsed(criteria.GroupId)
            : null;

    // The posts of the profile are looked up already.
    public override int LookUpsFor(AssetCriteria criteria) => criteria is { UsedOnNetwork: not null, ProfileId: null } ? 1 : 0;

    public override void NarrowPath(AssetSql sql, AssetCriteria criteria)
    {
        if (criteria.UsedOnNetwork is not null && criteria.Usage is not Usage.Used)
        {
            UsageFilter.WhereUsed(sql);
        }
    }

    public override void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path)
    {
        if (criteria.UsedOnNetwork is { } network)
        {
            sql.WhereThereIs(
                "\"PostAssets\" AS p JOIN \"Profiles\" AS f ON f.\"Id\" = p.\"ProfileId\" WHERE f.\"Network\" = "
                    + $"{sql.Parameter(network.ToString())} AND p.\"Position\" = {sql.KeyColumn}"
            );
        }
    }
}
