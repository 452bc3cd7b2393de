using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>Where assets came from. Assets that were not uploaded have an index of their own.</summary>
internal sealed class OriginFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.Origin is not null;

    public override IReadOnlyList<string> Columns => ["Origin"];

    public override AccessPath? PathFor(AssetCriteria criteria) =>
        criteria.Origin is null or AssetOrigin.Upload
            ? null
            : new AssetIndex(
                criteria.Status is null ? "Assets_NewestOfOrigin" : "Assets_NewestOfOriginAndStatus",
                new()
                {
                    GroupId = criteria.GroupId,
                    Origin = criteria.Origin,
                    Status = criteria.Status,
                }
            );

    // As a literal, with a second condition to match the partial index, which leaves out uploads.
    public override void NarrowPath(AssetSql sql, AssetCriteria criteria)
    {
        if (criteria.Origin is { } origin)
        {
            sql.Where($"a.\"Origin\" = '{origin}'{(origin is AssetOrigin.Upload ? "" : " AND a.\"Origin\" <> 'Upload'")}");
        }
    }
}
