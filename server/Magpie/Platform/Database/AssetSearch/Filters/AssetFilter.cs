using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>The tables of counters that the database keeps by itself.</summary>
[Flags]
internal enum Counters
{
    None = 0,

    /// <summary><see cref="AssetCount"/></summary>
    Assets = 1,

    /// <summary><see cref="LabelCount"/></summary>
    Labels = 2,
}

/// <summary>One thing that assets are filtered by, and all that the search has to know of it.</summary>
internal abstract class AssetFilter
{
    /// <summary>Whether the criteria are narrowed by it.</summary>
    public abstract bool IsAskedIn(AssetCriteria criteria);

    /// <summary>
    /// The columns of an asset that it asks. The indexes that are walked along have them all, so that no row is read for it.
    /// </summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>It asks what no index of assets has, so that a walk reads the row of each asset.</summary>
    public virtual bool ReadsRows => false;

    /// <summary>
    /// The counters that answer to it. What <see cref="Counters.Assets"/> knows also has indexes of assets that begin with its column.
    /// </summary>
    public virtual Counters CountedIn => Counters.None;

    /// <summary>Takes what it is about from one set of criteria over into another one.</summary>
    public virtual AssetCriteria Copy(AssetCriteria from, AssetCriteria to) => to;

    public virtual IQueryable<AssetCount> Narrow(IQueryable<AssetCount> counts, AssetCriteria criteria) => counts;

    public virtual IQueryable<LabelCount> Narrow(IQueryable<LabelCount> counts, AssetCriteria criteria) => counts;

    /// <summary>What a query could walk along because of it; null where it is asked of what lies on another walk only.</summary>
    public virtual AccessPath? PathFor(AssetCriteria criteria) => null;

    /// <summary>How many look-ups outside of assets it takes for each row.</summary>
    public virtual int LookUpsFor(AssetCriteria criteria) => 0;

    /// <summary>Conditions on the columns that every index of assets has: they hold along the whole walk.</summary>
    public virtual void NarrowPath(AssetSql sql, AssetCriteria criteria) { }

    /// <summary>All other conditions, where the walk does not answer them.</summary>
    public virtual void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path) { }
}
