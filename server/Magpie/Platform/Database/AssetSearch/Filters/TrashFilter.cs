using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>The trash instead of the library.</summary>
internal sealed class TrashFilter : AssetFilter
{
    public override bool IsAskedIn(AssetCriteria criteria) => criteria.Trashed;

    public override IReadOnlyList<string> Columns => ["TrashedAt"];

    public override void NarrowPath(AssetSql sql, AssetCriteria criteria) =>
        sql.Where(criteria.Trashed ? "a.\"TrashedAt\" IS NOT NULL" : "a.\"TrashedAt\" IS NULL");
}
