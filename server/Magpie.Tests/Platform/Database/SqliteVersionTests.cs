using Magpie.Platform.Database;
using Magpie.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Platform.Database;

/// <summary>
/// What comes below has holes: full-text search reads and writes past its memory, and a log that is begun anew can damage the database.
/// </summary>
public sealed class SqliteVersionTests
{
    private static readonly Version Mended = new(3, 53, 2);

    [Fact]
    public async Task A_running_server_asks_a_SQLite_that_is_mended()
    {
        await using var app = await NewApp.StartAsync(("Magpie:Database:Postgres", ""));

        var version = await app.InDatabaseAsync(db =>
        {
            Assert.IsType<SqliteMagpieDbContext>(db);
            return db.Database.SqlQueryRaw<string>("SELECT sqlite_version() AS Value").SingleAsync();
        });

        Assert.True(Version.Parse(version) >= Mended, version);
    }

    /// <summary>
    /// The statements that uploads run, the log's flush and the check at the start open connections of their own; there is one library for
    /// all.
    /// </summary>
    [Fact]
    public async Task So_does_every_other_connection_of_the_process()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        Assert.True(Version.Parse(connection.ServerVersion) >= Mended, connection.ServerVersion);

        var loaded = (await File.ReadAllLinesAsync("/proc/self/maps"))
            .Where(line => line.Contains("sqlite3.so", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..]);
        Assert.Single(loaded.Distinct());
    }
}
