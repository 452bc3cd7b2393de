using Magpie.Platform.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Magpie.Bench.Seed;

/// <summary>The fastest way into each of the two databases that still fires the triggers.</summary>
internal abstract class RowWriter : IDisposable
{
    public static async Task<RowWriter> OpenAsync(MagpieDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        return db.Database.GetDbConnection() is NpgsqlConnection postgres
            ? new Postgres(postgres)
            : new Sqlite((SqliteConnection)db.Database.GetDbConnection());
    }

    /// <param name="table">Its name and columns: <c>Labels: Id Name</c>.</param>
    public void Add(string table, IEnumerable<object?[]> rows)
    {
        var colon = table.IndexOf(':', StringComparison.Ordinal);
        Add($"\"{table[..colon]}\"", [.. table[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)], rows);
    }

    public abstract void Execute(string sql, params object[] values);

    /// <summary>Everything that follows until <see cref="Commit"/> is one transaction.</summary>
    public abstract void Begin();

    public abstract void Commit();

    /// <summary>Leaves the database as one that has been in use for a while.</summary>
    public abstract void Finish();

    public void Dispose() { }

    protected abstract void Add(string table, string[] columns, IEnumerable<object?[]> rows);

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private sealed class Sqlite : RowWriter
    {
        private readonly SqliteConnection connection;

        public Sqlite(SqliteConnection connection)
        {
            this.connection = connection;
            Execute("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA temp_store = MEMORY;");
        }

        public override void Execute(string sql, params object[] values)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters.AddWithValue($"@p{index}", Stored(values[index]));
            }

            command.ExecuteNonQuery();
        }

        public override void Begin() => Execute("BEGIN IMMEDIATE");

        public override void Commit() => Execute("COMMIT");

        public override void Finish() => Execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize;");

        protected override void Add(string table, string[] columns, IEnumerable<object?[]> rows)
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                $"INSERT INTO {table} ({Quoted(columns)}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
            var parameters = columns.Select((_, index) => command.Parameters.Add(new SqliteParameter($"@p{index}", null))).ToArray();
            command.Prepare();
            foreach (var row in rows)
            {
                for (var index = 0; index < row.Length; index++)
                {
                    parameters[index].Value = Stored(row[index]);
                }

                command.ExecuteNonQuery();
            }
        }

        private static object Stored(object? value) =>
            value switch
            {
                null => DBNull.Value,
                Guid id => SqliteMagpieDbContext.BytesOf(id),
                DateTime moment => SqliteMagpieDbContext.MillisecondsOf(moment),
                Enum word => word.ToString(),
                _ => value,
            };
    }

    private sealed class Postgres(NpgsqlConnection connection) : RowWriter
    {
        private NpgsqlTransaction? transaction;

        public override void Execute(string sql, params object[] values)
        {
            using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = sql;
            for (var index = 0; index < values.Length; index++)
            {
                command.Parameters.AddWithValue($"p{index}", values[index]);
            }

            command.ExecuteNonQuery();
        }

        public override void Begin() => transaction = connection.BeginTransaction();

        public override void Commit()
        {
            transaction!.Commit();
            transaction.Dispose();
        }

        // As autovacuum does by and by: visibility for index-only scans, statistics, and the pending lists of the GIN indexes.
        public override void Finish() => Execute("VACUUM (ANALYZE)");

        protected override void Add(string table, string[] columns, IEnumerable<object?[]> rows)
        {
            using var copy = connection.BeginBinaryImport($"COPY {table} ({Quoted(columns)}) FROM STDIN (FORMAT BINARY)");
            copy.Timeout = TimeSpan.FromHours(1);
            foreach (var row in rows)
            {
                copy.StartRow();
                foreach (var value in row)
                {
                    if (value is null)
                    {
                        copy.WriteNull();
                    }
                    else
                    {
                        copy.Write(value is Enum ? value.ToString()! : value);
                    }
                }
            }

            copy.Complete();
        }
    }
}
