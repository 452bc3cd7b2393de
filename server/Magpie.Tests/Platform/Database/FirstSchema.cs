using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Platform.Database;

/// <summary>
/// A database as the first schema has it, with rows in it. They are written in SQL, column by column, because the entities go on changing
/// and this schema does not.
/// </summary>
internal sealed partial class FirstSchema(MagpieDbContext db) : IAsyncDisposable
{
    public const string Newest = "20261130120200_Counters";

    private readonly bool onPostgres = db is PostgresMagpieDbContext;

    /// <summary>In a file where it is SQLite, else by a connection string.</summary>
    public static FirstSchema Open(string place, bool onPostgres) =>
        onPostgres
            ? new(new PostgresMagpieDbContext(OptionsFor<PostgresMagpieDbContext>().UseNpgsql(place).Options))
            : new(new SqliteMagpieDbContext(OptionsFor<SqliteMagpieDbContext>().UseSqlite($"Data Source={place};Pooling=False").Options));

    public Task MigrateAsync(string? to = null) => db.GetService<IMigrator>().MigrateAsync(to);

    /// <summary>All rows of all tables but those that the database or Entity Framework keeps for itself: a line of text each.</summary>
    /// <param name="columns">Of each table; all where it is not given.</param>
    public async Task<Dictionary<string, (string[] Columns, string[] Rows)>> ReadAsync(
        IReadOnlyDictionary<string, (string[] Columns, string[] Rows)>? columns = null
    )
    {
        var tables = columns?.Keys ?? await TablesAsync();
        var found = new Dictionary<string, (string[] Columns, string[] Rows)>();
        foreach (var table in tables)
        {
            var wanted = columns is null ? "*" : string.Join(", ", columns[table].Columns.Select(name => $"\"{name}\""));
            found[table] = await ReadAsync($"SELECT {wanted} FROM \"{table}\"");
        }

        return found;
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();

    private static DbContextOptionsBuilder<TContext> OptionsFor<TContext>()
        where TContext : DbContext
    {
        // As the server has it: Identity asks its options which tables there are.
        var services = new ServiceCollection().Configure<IdentityOptions>(identity =>
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3
        );
        return new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(services.BuildServiceProvider());
    }

    private async Task<IEnumerable<string>> TablesAsync()
    {
        var (_, tables) = await ReadAsync(
            onPostgres
                ? "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        );
        // Those of the full-text search have no rows of their own that could be read.
        return tables.Where(name =>
            !name.StartsWith("__", StringComparison.Ordinal)
            && !name.StartsWith("AssetNames", StringComparison.Ordinal)
            && !name.StartsWith("AssetGrams", StringComparison.Ordinal)
        );
    }

    private async Task<(string[] Columns, string[] Rows)> ReadAsync(string sql)
    {
        await using var command = await CommandAsync(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", columns.Select((_, at) => Write(reader.GetValue(at)))));
        }

        return (columns, [.. rows.Order(StringComparer.Ordinal)]);
    }

    private async Task InsertAsync(string table, object row)
    {
        var columns = row.GetType().GetProperties();
        await using var command = await CommandAsync(
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES "
                + $"({string.Join(", ", columns.Select(column => "@" + column.Name))})"
        );
        foreach (var column in columns)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (column.Name, Kept(column.GetValue(row)!));
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }

    private object Kept(object value) =>
        value switch
        {
            _ when onPostgres => value,
            Guid id => SqliteMagpieDbContext.BytesOf(id),
            DateTime moment => SqliteMagpieDbContext.MillisecondsOf(moment),
            string[] texts => JsonSerializer.Serialize(texts),
            _ => value,
        };

    private static string Write(object value) =>
        value switch
        {
            byte[] bytes => Convert.ToHexString(bytes),
            string[] texts => string.Join(' ', texts),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private async Task<DbCommand> CommandAsync(string sql)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State is not ConnectionState.Open)
        {
            await connection.OpenAsync();
        }

        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
