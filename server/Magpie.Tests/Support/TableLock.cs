using Npgsql;

namespace Magpie.Tests.Support;

/// <summary>A session of PostgreSQL that keeps a table to itself until it is disposed of.</summary>
internal sealed class TableLock : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private TableLock(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<TableLock> TakeAsync(string connectionString, string table)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var take = new NpgsqlCommand($"BEGIN; LOCK TABLE \"{table}\" IN ACCESS EXCLUSIVE MODE", connection);
        await take.ExecuteNonQueryAsync();
        return new(connection);
    }

    /// <summary>As an admin does with a session that has hung for too long. Waits until there is one.</summary>
    public Task EndWhoeverWaitsAsync() =>
        ApiUser.WaitForAsync(
            async () =>
            {
                await using var end = new NpgsqlCommand(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pg_backend_pid() = ANY (pg_blocking_pids(pid))",
                    connection
                );
                return (long)(await end.ExecuteScalarAsync())!;
            },
            ended => ended > 0
        );

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();
}
