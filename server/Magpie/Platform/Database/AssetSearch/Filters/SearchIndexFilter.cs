using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>
/// A filter with an index that is worth asking only where few assets pass it: it brings up all of them at once, or not in the order of
/// positions.
/// </summary>
internal abstract class SearchIndexFilter : AssetFilter
{
    /// <summary>Whether its index may be asked instead of going on along the walk.</summary>
    public abstract bool Serves(AssetCriteria criteria, AccessPath path);

    /// <summary>Whether that is better from the beginning.</summary>
    public virtual bool IsAskedFirst(SqlDialect dialect, AccessPath path) => false;

    /// <summary>Whether its index is asked where assets are counted as well.</summary>
    public virtual bool ServesCounts => false;

    /// <summary>Along its index; null where that has nothing.</summary>
    public abstract Task<AccessPath?> FindPathAsync(MagpieDbContext db, AssetCriteria criteria, CancellationToken ct);
}
