using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>Assets used in posts for one network.</summary>
internal sealed class PlatformFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.HeldOn is not null;

    public override IReadOnlyList<string> Columns => ["PostCount"];

    // The posts of one profile are fewer.
    public override AccessPath? PathFor(AssetCriteria criteria) =>
        criteria.HeldOn is not null && criteria is not { Usage: Usage.Used, ProfileId: not null }
            ? UsageFilter.AlongUsed(criteria.GroupId)
            : null;

    // The posts of the profile are looked up already.
    public override int LookUpsFor(AssetCriteria criteria) => criteria is { HeldOn: not null, ProfileId: null } ? 1 : 0;

    public override void NarrowPath(AssetSql sql, AssetCriteria criteria)
    {
        if (criteria.HeldOn is not null && criteria.Usage is not Usage.Used)
        {
            UsageFilter.WhereUsed(sql);
        }
    }

    public override void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path)
    {
        if (criteria.HeldOn is { } platform)
        {
            sql.WhereThereIs(
                "\"PostAssets\" AS p JOIN \"Profiles\" AS f ON f.\"Id\" = p.\"ProfileId\" WHERE f.\"Platform\" = "
                    + $"{sql.Parameter(platform.ToString())} AND p.\"Position\" = {sql.KeyColumn}"
            );
        }
    }
}
