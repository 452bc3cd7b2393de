using System.Text;

namespace Magpie.Platform.Database.Search;

/// <summary>The few things that the two databases say in different words.</summary>
internal abstract class SqlDialect
{
    private static readonly SqlDialect Sqlite = new SqliteDialect();
    private static readonly SqlDialect Postgres = new PostgresDialect();

    /// <summary>Between the table that a query walks along and the one that it looks into for each row.</summary>
    public abstract string Join { get; }

    /// <summary>Whether a name is found by walking an index of names, newest first; else it is one condition among the others.</summary>
    public abstract bool WalksNames { get; }

    public static SqlDialect Of(MagpieDbContext db) => db is PostgresMagpieDbContext ? Postgres : Sqlite;

    /// <summary>An id as a parameter of hand-written SQL.</summary>
    public abstract object Key(Guid id);

    /// <summary>A moment as a parameter of hand-written SQL.</summary>
    public abstract object Moment(DateTime utc);

    /// <summary>Makes the index of names what the query walks along.</summary>
    public abstract void WalkNames(AssetSql sql, string part);

    /// <summary>A condition on the asset's own name. <paramref name="isOnly"/>: nothing else narrows the query, so an index must.</summary>
    public abstract void MatchName(AssetSql sql, string part, bool isOnly);

    private sealed class SqliteDialect : SqlDialect
    {
        // Here a CROSS JOIN is an ordinary one whose order the planner leaves as it is written.
        public override string Join => "CROSS JOIN";

        public override bool WalksNames => true;

        public override object Key(Guid id) => SqliteMagpieDbContext.BytesOf(id);

        public override object Moment(DateTime utc) => SqliteMagpieDbContext.MillisecondsOf(utc);

        public override void WalkNames(AssetSql sql, string part)
        {
            // As one phrase in quotes nothing in it is an operator.
            var (table, phrase) = part.EnumerateRunes().Count() < 3
                ? ("AssetGrams", Convert.ToHexString(Encoding.UTF8.GetBytes(part)))
                : ("AssetNames", part.Replace("\"", "\"\""));
            sql.Walk($"\"{table}\"", "rowid");
            sql.Where($"w.\"{table}\" MATCH {sql.Parameter($"\"{phrase}\"")}");
        }

        public override void MatchName(AssetSql sql, string part, bool isOnly) => sql.Where($"instr(a.\"SearchName\", {sql.Parameter(part)}) > 0");
    }

    private sealed class PostgresDialect : SqlDialect
    {
        public override string Join => "JOIN";

        public override bool WalksNames => false;

        public override object Key(Guid id) => id;

        public override object Moment(DateTime utc) => utc;

        public override void WalkNames(AssetSql sql, string part) => throw new NotSupportedException();

        public override void MatchName(AssetSql sql, string part, bool isOnly)
        {
            var pattern = $"%{part.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
            sql.Where($"a.\"SearchName\" LIKE {sql.Parameter(pattern)}");
            if (isOnly && !HasTrigram(part))
            {
                sql.Where($"magpie_grams(a.\"SearchName\") @> magpie_grams({sql.Parameter(part)})");
            }
        }

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
