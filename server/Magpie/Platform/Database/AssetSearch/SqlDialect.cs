using Magpie.Model.Posts;
using Magpie.Platform.Database.AssetSearch.Dialects;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>The few things for which the two databases need different SQL.</summary>
internal abstract class SqlDialect
{
    private static readonly SqlDialect Sqlite = new SqliteDialect();
    private static readonly SqlDialect Postgres = new PostgresDialect();

    /// <summary>After the table that a query reads: joins the asset at each row's position as <c>a</c>.</summary>
    /// <param name="index">The index for the lookup.</param>
    public abstract string JoinAsset(string keyColumn, string index);

    /// <summary>At the end of a lookup: keeps the planner from turning it into a join.</summary>
    public abstract string ForEachRow { get; }

    /// <summary>Whether the name index returns its results newest first, one by one; otherwise all at once, unordered.</summary>
    public abstract bool WalksNamesNewestFirst { get; }

    public static SqlDialect Of(MagpieDbContext db) => db is PostgresMagpieDbContext ? Postgres : Sqlite;

    /// <summary>After a table: which of its indexes to use.</summary>
    public abstract string By(string index);

    /// <summary>After a query: nobody else can change the rows it finds until the transaction ends.</summary>
    public abstract string Hold { get; }

    /// <summary>Like <see cref="Hold"/>, and also excludes others who ask for this.</summary>
    public abstract string HoldAlone { get; }

    /// <summary>An id as a parameter of hand-written SQL.</summary>
    public abstract object Key(Guid id);

    /// <summary>An id in a result of hand-written SQL.</summary>
    public abstract Guid ReadKey(object found);

    /// <summary>A time as a parameter of hand-written SQL.</summary>
    public abstract object Moment(DateTime utc);

    /// <summary>Makes the query read the name index.</summary>
    public abstract void WalkNames(AssetSql sql, string part);

    /// <summary>Makes the query read the index of fits, which returns one mask after the other, not the newest first.</summary>
    public abstract void WalkFits(AssetSql sql, Guid group, IEnumerable<long> masks);

    /// <summary>A condition on the asset's name that uses no index.</summary>
    public abstract string NameHas(AssetSql sql, string part);

    /// <summary>Posts whose caption contains this text, in any case.</summary>
    public abstract IQueryable<Post> WhereCaptionHas(IQueryable<Post> posts, string part);

    /// <summary>A LIKE pattern for texts that contain this part; a backslash escapes wildcards.</summary>
    protected static string PatternOf(string part) => $"%{part.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
