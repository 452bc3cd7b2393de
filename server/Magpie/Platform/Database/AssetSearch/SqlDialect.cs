using Magpie.Model.Posts;
using Magpie.Platform.Database.AssetSearch.Dialects;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>The few things that the two databases say in different words.</summary>
internal abstract class SqlDialect
{
    private static readonly SqlDialect Sqlite = new SqliteDialect();
    private static readonly SqlDialect Postgres = new PostgresDialect();

    /// <summary>Behind a table that a query walks along: for each of its rows the asset at that position, as <c>a</c>.</summary>
    /// <param name="index">To look it up in.</param>
    public abstract string JoinAsset(string keyColumn, string index);

    /// <summary>At the end of a look-up, what keeps it one.</summary>
    public abstract string ForEachRow { get; }

    /// <summary>Whether the index of names brings up what it finds newest first, one by one; else all at once and in no order.</summary>
    public abstract bool WalksNamesNewestFirst { get; }

    public static SqlDialect Of(MagpieDbContext db) => db is PostgresMagpieDbContext ? Postgres : Sqlite;

    /// <summary>Behind a table, which of its indexes to walk along.</summary>
    public abstract string By(string index);

    /// <summary>Behind a query: nobody changes the rows that it finds before the transaction ends.</summary>
    public abstract string Hold { get; }

    /// <summary>As <see cref="Hold"/>, and nobody else who asks for this has them meanwhile.</summary>
    public abstract string HoldAlone { get; }

    /// <summary>An id as a parameter of hand-written SQL.</summary>
    public abstract object Key(Guid id);

    /// <summary>An id as such SQL answers it.</summary>
    public abstract Guid ReadKey(object found);

    /// <summary>A moment as a parameter of hand-written SQL.</summary>
    public abstract object Moment(DateTime utc);

    /// <summary>Makes the index of names what the query walks along.</summary>
    public abstract void WalkNames(AssetSql sql, string part);

    /// <summary>Makes the index of fits what the query walks along; it brings up a mask after the other, not the newest first.</summary>
    public abstract void WalkFits(AssetSql sql, Guid group, IEnumerable<long> masks);

    /// <summary>A condition on the asset's own name that no index answers.</summary>
    public abstract string NameHas(AssetSql sql, string part);

    /// <summary>Those whose caption has this part, in any case.</summary>
    public abstract IQueryable<Post> WhereCaptionHas(IQueryable<Post> posts, string part);

    /// <summary>A pattern of LIKE for texts with this part; the sign before one that means itself is a backslash.</summary>
    protected static string PatternOf(string part) => $"%{part.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
