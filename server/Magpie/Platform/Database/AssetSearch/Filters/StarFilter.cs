using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>Assets that a member has starred.</summary>
internal sealed class StarFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.StarredBy is not null;

    public override AccessPath? PathFor(AssetCriteria criteria) => criteria.StarredBy is { } member ? new OfStar(member) : null;

    public override int LookUpsFor(AssetCriteria criteria) => criteria.StarredBy is null ? 0 : 1;

    public override void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path)
    {
        if (criteria.StarredBy is { } member && path is not OfStar)
        {
            sql.WhereThereIs($"\"Stars\" AS s WHERE s.\"UserId\" = {sql.Key(member)} AND s.\"Position\" = {sql.KeyColumn}");
        }
    }

    private sealed record OfStar(Guid MemberId) : AccessPath
    {
        protected override void Begin(AssetSql sql, Guid groupId, bool keysOnly)
        {
            sql.Walk("\"Stars\"", "\"Position\"", keysOnly);
            sql.Where($"w.\"UserId\" = {sql.Key(MemberId)}");
        }
    }
}
