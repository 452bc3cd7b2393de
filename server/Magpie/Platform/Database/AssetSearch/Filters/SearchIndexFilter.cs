using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>
/// A filter whose index is only useful when few assets match, because it returns all of them at once, or not in the order of positions.
/// </summary>
internal abstract class SearchIndexFilter : AssetFilter
{
    /// <summary>Whether its index may be used instead of continuing along the path.</summary>
    public abstract bool Serves(AssetCriteria criteria, AccessPath path);

    /// <summary>Whether that is better from the start.</summary>
    public virtual bool IsAskedFirst(SqlDialect dialect, AccessPath path) => false;

    /// <summary>Whether its index is also used for counting.</summary>
    public virtual bool ServesCounts => false;

    /// <summary>The path along its index; null when that has nothing.</summary>
    public abstract Task<AccessPath?> FindPathAsync(MagpieDbContext db, AssetCriteria criteria, CancellationToken ct);
}
