using System.Data.Common;
using System.Runtime.CompilerServices;
using Magpie.Platform.Database.AssetSearch;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Magpie.Platform.Database;

/// <summary>
/// SQL for statements that run for every file that comes in. EF Core analyses a statement on each call to find it in its cache, and
/// SQLite's driver has it parsed and planned again; on a connection that stays open (<see cref="IngestConnection"/>) that happens once.
/// Parameters are <c>@p0</c>, <c>@p1</c>, …; ids, times and enums are passed as they are.
/// </summary>
internal static class PreparedSql
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Kept = [];

    /// <summary>From now on its statements stay prepared. The connection must stay open, and be used by one context only.</summary>
    public static void Keep(DbConnection connection) => Kept.Add(connection, []);

    /// <returns>The number of changed rows.</returns>
    public static async Task<int> ExecuteAsync(this MagpieDbContext db, string sql, params object?[] values)
    {
        await using var open = await db.KeepOpenAsync(CancellationToken.None);
        using var running = Begin(db, sql, values);
        return await running.Command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>The id in the first column of the first row; null when there is no row.</summary>
    public static async Task<Guid?> FindIdAsync(this MagpieDbContext db, string sql, params object?[] values) =>
        await db.FindAsync(sql, values) is { } found ? SqlDialect.Of(db).ReadKey(found) : null;

    /// <summary>The value in the first column of the first row; null when there is no row.</summary>
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
