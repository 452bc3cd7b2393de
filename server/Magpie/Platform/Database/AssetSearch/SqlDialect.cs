using System.Text;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>The few things that the two databases say in different words.</summary>
internal abstract class SqlDialect
{
    private static readonly SqlDialect Sqlite = new SqliteDialect();
    private static readonly SqlDialect Postgres = new PostgresDialect();

    /// <summary>Behind a table that a query walks along: for each of its rows the asset at that place, as <c>a</c>.</summary>
    /// <param name="index">To look it up in.</param>
    public abstract string JoinAsset(string place, string index);

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

    private sealed class SqliteDialect : SqlDialect
    {
        // Here a CROSS JOIN is an ordinary one whose order the planner leaves as it is written.
        public override string JoinAsset(string place, string index) =>
            $" CROSS JOIN \"Assets\" AS a{By(index)} ON a.\"Position\" = {place}";

        public override string ForEachRow => "";

        public override bool WalksNamesNewestFirst => true;

        // Whoever has written in the transaction is the only one who writes.
        public override string Hold => "";

        // A transaction here is the only one that may write from its beginning.
        public override string HoldAlone => "";

        public override string By(string index) => $" INDEXED BY \"{index}\"";

        public override object Key(Guid id) => SqliteMagpieDbContext.BytesOf(id);

        public override Guid ReadKey(object found) => SqliteMagpieDbContext.IdOf((byte[])found);

        public override object Moment(DateTime utc) => SqliteMagpieDbContext.MillisecondsOf(utc);

        public override void WalkNames(AssetSql sql, string part)
        {
            // As one phrase in quotes nothing in it is an operator.
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
    }

    private sealed class PostgresDialect : SqlDialect
    {
        // With its OFFSET it stays a look-up for each row, in the order of the walk.
        public override string JoinAsset(string place, string index) =>
            $" CROSS JOIN LATERAL (SELECT * FROM \"Assets\" AS a WHERE a.\"Position\" = {place} OFFSET 0) AS a";

        private const string Found =
            "SELECT \"Position\", \"GroupId\", \"Kind\", \"Status\", \"Origin\", \"TrashedAt\", \"PostCount\", \"FitsUsable\" FROM "
            + "\"Assets\"";

        // An EXISTS with an OFFSET stays what it is.
        public override string ForEachRow => " OFFSET 0";

        public override bool WalksNamesNewestFirst => false;

        public override string Hold => " FOR SHARE";

        // Whoever only names the row in one of theirs does not wait.
        public override string HoldAlone => " FOR NO KEY UPDATE";

        public override string By(string index) => "";

        public override object Key(Guid id) => id;

        public override Guid ReadKey(object found) => (Guid)found;

        public override object Moment(DateTime utc) => utc;

        // Materialized, because the planner would otherwise walk the whole library in order where it takes the part for a frequent one.
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

        // Not LIKE, which the planner would answer from the index of names after all, and think about for milliseconds.
        public override string NameHas(AssetSql sql, string part) => $"strpos(a.\"SearchName\", {sql.Parameter(part)}) > 0";

        private static string PatternOf(string part) => $"%{part.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";

        // pg_trgm sees letters and digits only, three of them in a row.
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
}
