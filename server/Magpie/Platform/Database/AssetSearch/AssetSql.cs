using System.Globalization;
using System.Text;
using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>
/// One SELECT over assets, written so that its plan is settled: it walks along one index, newest first, and looks everything else up
/// for each row. <c>a</c> is the asset, <c>w</c> what is walked along where that is another table.
/// </summary>
/// <param name="index">The index of assets that an asset on another walk is looked up in.</param>
internal sealed class AssetSql(SqlDialect dialect, string index)
{
    private readonly StringBuilder conditions = new();
    private readonly List<object> parameters = [];
    private string before = "";
    private string from = "\"Assets\" AS a";

    public SqlDialect Dialect => dialect;

    /// <summary>The column of positions that the walk goes by.</summary>
    public string KeyColumn { get; private set; } = "a.\"Position\"";

    public static AssetSql For(AssetCriteria criteria, SqlDialect dialect) =>
        new(dialect, criteria.Trashed ? "Assets_NewestInTrash" : "Assets_Newest");

    public object[] Parameters => [.. parameters];

    /// <summary>Along one of the indexes of assets.</summary>
    public void WalkAssets(string along) => from = $"\"Assets\" AS a{dialect.By(along)}";

    /// <summary>Along another table.</summary>
    /// <param name="table">As it is quoted in SQL.</param>
    /// <param name="column">Its column of positions.</param>
    /// <param name="keysOnly">Only positions are wanted, and nothing is asked of the assets at them.</param>
    public void Walk(string table, string column, bool keysOnly = false)
    {
        KeyColumn = $"w.{column}";
        from = $"{table} AS w{(keysOnly ? "" : dialect.JoinAsset(KeyColumn, index))}";
    }

    /// <summary>Through assets that a query of its own finds first, with all that is asked of them.</summary>
    public void WalkFound(string query) => (before, from) = ($"WITH found AS MATERIALIZED ({query}) ", "found AS a");

    public void Where(string condition) => conditions.Append(conditions.Length == 0 ? " WHERE " : " AND ").Append(condition);

    /// <summary>Looks something up for each row. Never turned into a join by the planner, which would give up the walk for it.</summary>
    public void WhereThereIs(string rows, bool not = false) =>
        Where($"{(not ? "NOT " : "")}EXISTS (SELECT 1 FROM {rows}{dialect.ForEachRow})");

    /// <summary>Adds a value; returns the place-holder for it.</summary>
    public string Parameter(object value)
    {
        parameters.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{parameters.Count - 1}}}");
    }

    /// <summary>Adds an id; returns the place-holder for it.</summary>
    public string Key(Guid id) => Parameter(dialect.Key(id));

    public string Select(string what, string rest) => $"{before}SELECT {what} FROM {from}{conditions} {rest}";
}
