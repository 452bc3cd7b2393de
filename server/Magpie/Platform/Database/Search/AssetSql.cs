using System.Globalization;
using System.Text;

namespace Magpie.Platform.Database.Search;

/// <summary>
/// One SELECT over assets, written so that its plan is settled: it walks along one index, newest first, and looks everything else up
/// for each row. <c>a</c> is the asset, <c>w</c> what is walked along where that is another table.
/// </summary>
internal sealed class AssetSql(SqlDialect dialect)
{
    private readonly StringBuilder conditions = new();
    private readonly List<object> parameters = [];
    private string from = "\"Assets\" AS a";

    /// <summary>The column that the walk goes by.</summary>
    public string Place { get; private set; } = "a.\"Position\"";

    public object[] Parameters => [.. parameters];

    /// <param name="table">As it is quoted in SQL.</param>
    /// <param name="column">Its column of positions.</param>
    public void Walk(string table, string column)
    {
        Place = $"w.{column}";
        from = $"{table} AS w {dialect.Join} \"Assets\" AS a ON a.\"Position\" = {Place}";
    }

    public void Where(string condition) => conditions.Append(conditions.Length == 0 ? " WHERE " : " AND ").Append(condition);

    /// <summary>Adds a value; returns the place-holder for it.</summary>
    public string Parameter(object value)
    {
        parameters.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{parameters.Count - 1}}}");
    }

    public string Select(string what, string rest) => $"SELECT {what} FROM {from}{conditions} {rest}";
}
