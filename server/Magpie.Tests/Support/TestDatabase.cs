using Npgsql;

namespace Magpie.Tests.Support;

/// <summary>A database of one test app's own; nothing to do for SQLite, whose file lies in the app's folder.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("MAGPIE_TEST_POSTGRES");

    private readonly string name = $"magpie_{Guid.NewGuid():n}";

    public string ConnectionString =>
        Server is null ? "" : new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 30 }.ConnectionString;

    public Task CreateAsync() => ExecuteAsync($"CREATE DATABASE {name}");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        // Not WITH (FORCE): that also wants to end autovacuum, which only a superuser may. Without it the server waits for autovacuum.
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND usename = current_user");
        await ExecuteAsync($"DROP DATABASE IF EXISTS {name}");
    }

    private static async Task ExecuteAsync(string sql)
    {
        if (Server is null)
        {
            return;
        }

        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 180 };
        await command.ExecuteNonQueryAsync();
    }
}
