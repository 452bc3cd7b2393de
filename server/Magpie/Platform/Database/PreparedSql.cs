using System.Data.Common;
using System.Runtime.CompilerServices;
using Magpie.Platform.Database.AssetSearch;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Magpie.Platform.Database;

/// <summary>
/// Statements that run for every file that comes in, in SQL. EF Core takes a statement apart on each call to see whether it knows it, and
/// SQLite's driver has it parsed and planned anew; on a connection that is kept (<see cref="IngestConnection"/>) neither happens twice.
/// Parameters are <c>@p0</c>, <c>@p1</c>, …; ids, moments and choices are given as they are.
/// </summary>
internal static class PreparedSql
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Kept = [];

    /// <summary>From now on its statements stay prepared. It must stay open, and be one context's alone.</summary>
    public static void Keep(DbConnection connection) => Kept.Add(connection, []);

    /// <returns>How many rows it changed.</returns>
    public static async Task<int> ExecuteAsync(this MagpieDbContext db, string sql, params object?[] values)
    {
        await using var open = await db.KeepOpenAsync(CancellationToken.None);
        using var running = Begin(db, sql, values);
        return await running.Command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>The id in the first column of the first row; null where there is no row.</summary>
    public static async Task<Guid?> FindIdAsync(this MagpieDbContext db, string sql, params object?[] values) =>
        await db.FindAsync(sql, values) is { } found ? SqlDialect.Of(db).ReadKey(found) : null;

    /// <summary>What stands in the first column of the first row; null where there is none.</summary>
    public static async Task<object?> FindAsync(this MagpieDbContext db, string sql, params object?[] values)
    {
        await using var open = await db.KeepOpenAsync(CancellationToken.None);
        using var running = Begin(db, sql, values);
        return await running.Command.ExecuteScalarAsync(CancellationToken.None) is { } found and not DBNull ? found : null;
    }

    private static Running Begin(MagpieDbContext db, string sql, object?[] values)
    {
        var connection = db.Database.GetDbConnection();
        var isKept = Kept.TryGetValue(connection, out var kept);
        if (!isKept || !kept!.TryGetValue(sql, out var command))
        {
            command = Write(connection, sql, values.Length);
            kept?.Add(sql, command);
        }

        var dialect = SqlDialect.Of(db);
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                Guid id => dialect.Key(id),
                DateTime moment => dialect.Moment(moment),
                Enum choice => choice.ToString(),
                var value => value,
            };
        }

        return new(command, isKept);
    }

    private static DbCommand Write(DbConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private readonly struct Running(DbCommand command, bool isKept) : IDisposable
    {
        public DbCommand Command => command;

        public void Dispose()
        {
            if (!isKept)
            {
                command.Dispose();
            }
        }
    }
}
