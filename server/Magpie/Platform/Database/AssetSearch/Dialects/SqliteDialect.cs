using System.Text;
using Magpie.Model.Posts;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database.AssetSearch.Dialects;

internal sealed class SqliteDialect : SqlDialect
{
    // In SQLite a CROSS JOIN is an ordinary join whose order the planner keeps.
    public override string JoinAsset(string keyColumn, string index) =>
        $" CROSS JOIN \"Assets\" AS a{By(index)} ON a.\"Position\" = {keyColumn}";

    public override string ForEachRow => "";

    public override bool WalksNamesNewestFirst => true;

    // Whoever has written in the transaction is the only writer.
    public override string Hold => "";

    // In SQLite a transaction is the only writer from its start.
    public override string HoldAlone => "";

    public override string By(string index) => $" INDEXED BY \"{index}\"";

    public override object Key(Guid id) => SqliteMagpieDbContext.BytesOf(id);

    public override Guid ReadKey(object found) => SqliteMagpieDbContext.IdOf((byte[])found);

    public override object Moment(DateTime utc) => SqliteMagpieDbContext.MillisecondsOf(utc);

    public override void WalkNames(AssetSql sql, string part)
    {
        // Inside one quoted phrase nothing is an operator.
        var (table, phrase) =
            part.EnumerateRunes().Count() < 3
                ? ("AssetGrams", Convert.ToHexString(Encoding.UTF8.GetBytes(part)))
                : ("AssetNames", part.Replace("\"", "\"\""));
        sql.Walk($"\"{table}\"", "rowid");
        sql.Where($"w.\"{table}\" MATCH {sql.Parameter($"\"{phrase}\"")}");
    }

    public override void WalkFits(AssetSql sql, Guid group, IEnumerable<long> masks)
    {
        sql.WalkAssets("Assets_OfFit");
        sql.Where($"a.\"FitsUsable\" IN ({string.Join(',', masks)})");
    }

    public override string NameHas(AssetSql sql, string part) => $"instr(a.\"SearchName\", {sql.Parameter(part)}) > 0";

    public override IQueryable<Post> WhereCaptionHas(IQueryable<Post> posts, string part)
    {
        var pattern = PatternOf(part);
        return posts.Where(p => EF.Functions.Like(p.Caption, pattern, "\\"));
    }
}
