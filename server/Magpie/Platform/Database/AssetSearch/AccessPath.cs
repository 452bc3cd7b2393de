using Magpie.Model.Library;
using Magpie.Platform.Database.AssetSearch.Filters;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>An index that a query reads newest first, while it checks all other conditions for each row.</summary>
internal abstract record AccessPath
{
    /// <summary>How many rows it has, if that is known without counting.</summary>
    public virtual int? KnownSize => null;

    /// <summary>Makes a query read it, with the conditions that belong to it.</summary>
    /// <param name="keysOnly">Only positions are needed, and no columns of the assets.</param>
    public void AddTo(AssetSql sql, AssetCriteria criteria, bool keysOnly = false)
    {
        Begin(sql, criteria.GroupId, keysOnly);
        if (keysOnly && this is not AssetIndex)
        {
            return;
        }

        sql.Where($"a.\"GroupId\" = {sql.Key(criteria.GroupId)}");
        foreach (var filter in AssetFilters.All)
        {
            filter.NarrowPath(sql, criteria);
        }
    }

    protected abstract void Begin(AssetSql sql, Guid groupId, bool keysOnly);
}

/// <summary>Along an index of assets, which covers their own conditions.</summary>
/// <param name="Holds">What is in the index; counting does not go further.</param>
internal sealed record AssetIndex(string Name, AssetCriteria Holds) : AccessPath
{
    /// <summary>The best path for these criteria when none of them is rare.</summary>
    public static AssetIndex For(AssetCriteria criteria)
    {
        var counted = AssetFilters.CountedPartOf(criteria);
        var columns = AssetFilters.AskedIn(counted).SelectMany(filter => filter.Columns).ToList();
        return criteria.Trashed
            ? new("Assets_NewestInTrash", counted with { Trashed = true })
            : new(columns.Count == 0 ? "Assets_Newest" : $"Assets_NewestOf{string.Join("And", columns)}", counted);
    }

    protected override void Begin(AssetSql sql, Guid groupId, bool keysOnly) => sql.WalkAssets(Name);
}
