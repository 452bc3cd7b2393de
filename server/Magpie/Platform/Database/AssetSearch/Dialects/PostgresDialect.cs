using System.Text;
using Magpie.Model.Posts;
using Magpie.Platform.Database.AssetSearch.Filters;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database.AssetSearch.Dialects;

internal sealed class PostgresDialect : SqlDialect
{
    // With OFFSET it remains a lookup for each row, in the order of the path.
    public override string JoinAsset(string keyColumn, string index) =>
        $" CROSS JOIN LATERAL (SELECT * FROM \"Assets\" AS a WHERE a.\"Position\" = {keyColumn} OFFSET 0) AS a";

    private static readonly string Found =
        $"SELECT \"Position\", \"GroupId\", {string.Join(", ", AssetFilters.Columns.Select(column => $"\"{column}\""))} FROM \"Assets\"";

    // With OFFSET, the EXISTS is not rewritten.
    public override string ForEachRow => " OFFSET 0";

    public override bool WalksNamesNewestFirst => false;

    public override string Hold => " FOR SHARE";

    // A lock under which others may still refer to the row.
    public override string HoldAlone => " FOR NO KEY UPDATE";

    public override string By(string index) => "";

    public override object Key(Guid id) => id;

    public override Guid ReadKey(object found) => (Guid)found;

    public override object Moment(DateTime utc) => utc;

    // Materialized, because the planner would otherwise read the whole library in order if it takes the text for a common one.
    public override void WalkNames(AssetSql sql, string part)
    {
        var condition = HasTrigram(part)
            ? $"\"SearchName\" LIKE {sql.Parameter(PatternOf(part))}"
            : $"magpie_grams(\"SearchName\") @> magpie_grams({sql.Parameter(part)}) AND strpos(\"SearchName\", "
                + $"{sql.Parameter(part)}) > 0";
        sql.WalkFound($"{Found} WHERE {condition}");
    }

    public override void WalkFits(AssetSql sql, Guid group, IEnumerable<long> masks) =>
        sql.WalkFound(
            $"{Found} WHERE \"GroupId\" = {sql.Parameter(group)} AND \"TrashedAt\" IS NULL AND \"FitsUsable\" IN "
                + $"({string.Join(',', masks)})"
        );

    // Not LIKE, which the planner would answer from the name index after all, after milliseconds of planning.
    public override string NameHas(AssetSql sql, string part) => $"strpos(a.\"SearchName\", {sql.Parameter(part)}) > 0";

    public override IQueryable<Post> WhereCaptionHas(IQueryable<Post> posts, string part)
    {
        var pattern = PatternOf(part);
        return posts.Where(p => EF.Functions.ILike(p.Caption, pattern, "\\"));
    }

    // pg_trgm only sees letters and digits, three in a row.
    private static bool HasTrigram(string part)
    {
        var inRow = 0;
        foreach (var rune in part.EnumerateRunes())
        {
            inRow = Rune.IsLetterOrDigit(rune) ? inRow + 1 : 0;
            if (inRow == 3)
            {
                return true;
            }
        }

        return false;
    }
}
