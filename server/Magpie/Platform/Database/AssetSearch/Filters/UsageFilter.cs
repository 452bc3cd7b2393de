using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>Assets used in posts of one profile or any, or in none.</summary>
internal sealed class UsageFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.Usage is not null;

    public override IReadOnlyList<string> Columns => ["PostCount"];

    public override AccessPath? PathFor(AssetCriteria criteria) =>
        criteria.Usage is not Usage.Used ? null
        : criteria.ProfileId is { } profile ? new OfProfile(profile)
        : AlongUsed(criteria.GroupId);

    /// <summary>Assets that any post uses.</summary>
    public static AssetIndex AlongUsed(Guid groupId) => new("Assets_NewestUsed", new() { GroupId = groupId, Usage = Usage.Used });

    public override int LookUpsFor(AssetCriteria criteria) => criteria.ProfileId is null ? 0 : 1;

    // Checked in addition to the profile's posts, because a partial index of used assets can then answer.
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
        // Several posts may use the same asset.
        protected override void Begin(AssetSql sql, Guid groupId, bool keysOnly) =>
            sql.Walk(
                $"(SELECT DISTINCT \"Position\" FROM \"PostAssets\" WHERE \"ProfileId\" = {sql.Key(ProfileId)})",
                "\"Position\"",
                keysOnly
            );
    }
}
