using System.Globalization;
using System.Text;
using Magpie.Model.Library;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>
/// One SELECT over assets, written so that the plan is fixed: it reads one index, newest first, and looks up everything else for each row.
/// <c>a</c> is the asset, <c>w</c> the row of another table when the path is in that.
/// </summary>
/// <param name="index">The index in which to look up an asset of another path.</param>
internal sealed class AssetSql(SqlDialect dialect, string index)
{
    private readonly StringBuilder conditions = new();
    private readonly List<object> parameters = [];
    private string before = "";
    private string from = "\"Assets\" AS a";

    public SqlDialect Dialect => dialect;

    /// <summary>The column of positions that orders the path.</summary>
    public string KeyColumn { get; private set; } = "a.\"Position\"";

    public static AssetSql For(AssetCriteria criteria, SqlDialect dialect) =>
        new(dialect, criteria.Trashed ? "Assets_NewestInTrash" : "Assets_Newest");

    public object[] Parameters => [.. parameters];

    /// <summary>Along one of the indexes of assets.</summary>
    public void WalkAssets(string along) => from = $"\"Assets\" AS a{dialect.By(along)}";

    /// <summary>Along another table.</summary>
    /// <param name="table">Quoted for SQL.</param>
    /// <param name="column">Its column of positions.</param>
    /// <param name="keysOnly">Only positions are needed, and no columns of the assets.</param>
    public void Walk(string table, string column, bool keysOnly = false)
    {
        KeyColumn = $"w.{column}";
        from = $"{table} AS w{(keysOnly ? "" : dialect.JoinAsset(KeyColumn, index))}";
    }

    /// <summary>Reads assets that a subquery finds first, and checks all conditions on them.</summary>
    public void WalkFound(string query) => (before, from) = ($"WITH found AS MATERIALIZED ({query}) ", "found AS a");

    public void Where(string condition) => conditions.Append(conditions.Length == 0 ? " WHERE " : " AND ").Append(condition);

    /// <summary>
    /// Looks something up for each row. The planner must not turn this into a join, because then it would give up the path.
    /// </summary>
    public void WhereThereIs(string rows, bool not = false) =>
        Where($"{(not ? "NOT " : "")}EXISTS (SELECT 1 FROM {rows}{dialect.ForEachRow})");

    /// <summary>Adds a value and returns its placeholder.</summary>
    public string Parameter(object value)
    {
        parameters.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{parameters.Count - 1}}}");
    }

    /// <summary>Adds an id and returns its placeholder.</summary>
    public string Key(Guid id) => Parameter(dialect.Key(id));

    public string Select(string what, string rest) => $"{before}SELECT {what} FROM {from}{conditions} {rest}";
}
