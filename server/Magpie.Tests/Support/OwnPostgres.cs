using Magpie.Tests.Conventions;
using Npgsql;

namespace Magpie.Tests.Support;

/// <summary>A PostgreSQL server of a test's own, which it may stop, start and lock up. Whichever database the suite runs on.</summary>
public sealed class OwnPostgres : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("magpie-postgres-").FullName;

    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync() => await StartAsync();

    public async Task StartAsync() =>
        ConnectionString = (await Tools.RunAsync(Script("pg-up.sh"), folder)).Trim()["PG_CONNECTION=".Length..];

    public Task StopAsync() => Tools.RunAsync(Script("pg-down.sh"), folder);

    /// <summary>A new database, and the setting that has a server use it.</summary>
    public async Task<(string Key, string Value)> CreateDatabaseAsync()
    {
        var name = $"magpie_{Guid.NewGuid():n}";
        await ExecuteAsync(ConnectionString, $"CREATE DATABASE {name}");
        return (
            "Magpie__Database__Postgres",
            new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, Pooling = true }.ConnectionString
        );
    }

    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static string Script(string name) => Path.Combine(SourceTree.Root, "scripts", name);
}
