using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch.Filters;

/// <summary>The tables of counters that database triggers maintain.</summary>
[Flags]
internal enum Counters
{
    None = 0,

    /// <summary><see cref="AssetCount"/></summary>
    Assets = 1,

    /// <summary><see cref="LabelCount"/></summary>
    Labels = 2,
}

/// <summary>One thing that assets can be filtered by, and everything the search must know about it.</summary>
internal abstract class AssetFilter
{
    /// <summary>Whether the criteria use it.</summary>
    public abstract bool IsAskedIn(AssetCriteria criteria);

    /// <summary>The columns of an asset that it needs. All indexes that paths use have them, so that no row is read for it.</summary>
    public virtual IReadOnlyList<string> Columns => [];

    /// <summary>It needs a column that no index of assets has, so the row of each asset is read.</summary>
    public virtual bool ReadsRows => false;

    /// <summary>
    /// The counters that know its results. Filters of <see cref="Counters.Assets"/> also have indexes of assets that start with their
    /// column.
    /// </summary>
    public virtual Counters CountedIn => Counters.None;

    /// <summary>Copies what it is about from one set of criteria to another.</summary>
    public virtual AssetCriteria Copy(AssetCriteria from, AssetCriteria to) => to;

    public virtual IQueryable<AssetCount> Narrow(IQueryable<AssetCount> counts, AssetCriteria criteria) => counts;

    public virtual IQueryable<LabelCount> Narrow(IQueryable<LabelCount> counts, AssetCriteria criteria) => counts;

    /// <summary>The path that it offers to a query; null when it can only be checked for each row of another path.</summary>
    public virtual AccessPath? PathFor(AssetCriteria criteria) => null;

    /// <summary>How many lookups outside of assets it costs for each row.</summary>
    public virtual int LookUpsFor(AssetCriteria criteria) => 0;

    /// <summary>Conditions on columns that every index of assets has; they hold along the whole path.</summary>
    public virtual void NarrowPath(AssetSql sql, AssetCriteria criteria) { }

    /// <summary>All other conditions, unless the path implies them.</summary>
    public virtual void Narrow(AssetSql sql, AssetCriteria criteria, AccessPath path) { }
}
