using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>What posts hold, or what none holds: those of one profile, or of any.</summary>
internal sealed class UsageFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.Usage is not null;

    public override IReadOnlyList<string> Columns => ["PostCount"];

    public override AccessPath? PathFor(AssetCriteria criteria) =>
        criteria.Usage is not Usage.Used ? null
        : criteria.ProfileId is { } profile ? new OfProfile(profile)
        : AlongUsed(criteria.GroupId);

    /// <summary>All that any post holds.</summary>
    public static AssetIndex AlongUsed(Guid groupId) => new("Assets_NewestUsed", new() { GroupId = groupId, Usage = Usage.Used });

    public override int LookUpsFor(AssetCriteria criteria) => criteria.ProfileId is null ? 0 : 1;

    // Asked as well as the posts of a profile, because an index of only the used ones answers to it.
    public override void NarrowPath(AssetSql sql, AssetCriteria criteria)
    {
        if (criteria.Usage is Usage.Used)
        {
            WhereUsed(sql);
        }
    }

    public static void WhereUsed(AssetSql sql) => sql.Where("a.\"PostCount\" > 0");

    public override void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path)
    {
        if (criteria is { Usage: { } usage, ProfileId: { } profile } && path is not OfProfile)
        {
            sql.WhereThereIs(
                $"\"PostAssets\" AS p WHERE p.\"ProfileId\" = {sql.Key(profile)} AND p.\"Position\" = {sql.KeyColumn}",
                not: usage is Usage.Unused
            );
        }
        else if (criteria is { Usage: Usage.Unused, ProfileId: null })
        {
            sql.Where("a.\"PostCount\" = 0");
        }
    }

    private sealed record OfProfile(Guid ProfileId) : AccessPath
    {
        // Several posts may hold the same asset.
        protected override void Begin(AssetSql sql, Guid groupId, bool keysOnly) =>
            sql.Walk(
                $"(SELECT DISTINCT \"Position\" FROM \"PostAssets\" WHERE \"ProfileId\" = {sql.Key(ProfileId)})",
                "\"Position\"",
                keysOnly
            );
    }
}
