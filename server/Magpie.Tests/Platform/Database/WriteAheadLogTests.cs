using Magpie.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Magpie.Tests.Platform.Database;

/// <summary>How the running server keeps its SQLite files, read back from the files.</summary>
[RunsOnce]
public sealed class WriteAheadLogTests
{
    private static readonly (string, string) OnSqlite = ("Magpie__Database__Postgres", "");

    [Fact]
    public async Task A_server_that_starts_for_the_first_time_writes_its_database_ahead()
    {
        await using var server = await ServerProcess.StartNewAsync(OnSqlite);

        Assert.Equal("wal", JournalOf(server));
        Assert.Equal([2, 2], VersionsIn(server));
        Assert.True(new FileInfo(DatabaseOf(server) + "-wal").Length > 0, "Nothing was written ahead.");
        Assert.Equal(["magpie.db"], Directory.EnumerateFiles(server.DataFolder, "*.db").Select(Path.GetFileName));
    }

    [Fact]
    public async Task An_installation_whose_database_was_none_with_a_log_has_one_after_the_next_start()
    {
        await using var server = await ServerProcess.StartNewAsync(OnSqlite);
        var owner = await server.SetUpAsync();
        var asset = await owner.UploadAsync(FreeMedia.PathOf("coast.jpg"));
        await server.StopAsync();
        using (var connection = new SqliteConnection($"Data Source={DatabaseOf(server)};Pooling=False"))
        {
            connection.Open();
            Assert.Equal("delete", Ask(connection, "PRAGMA journal_mode = DELETE"));
        }

        await File.WriteAllTextAsync(
            Path.Combine(server.DataFolder, "jobs.db"),
            "of an older version",
            TestContext.Current.CancellationToken
        );
        await server.StartAsync();

        Assert.Equal([2, 2], VersionsIn(server));
        Assert.False(File.Exists(Path.Combine(server.DataFolder, "jobs.db")), "The old job store is still there.");
        await owner.WaitUntilUnderstoodAsync(asset);
    }

    [Fact]
    public async Task What_was_written_ahead_is_carried_over_when_nobody_writes()
    {
        await using var server = await ServerProcess.StartNewAsync(OnSqlite);
        var owner = await server.SetUpAsync();
        var before = new FileInfo(DatabaseOf(server)).Length;

        for (var i = 0; i < 20; i++)
        {
            await owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        }

        await ApiUser.WaitForAsync(() => Task.FromResult(new FileInfo(DatabaseOf(server)).Length), length => length > before);
    }

    private static string DatabaseOf(ServerProcess server) => Path.Combine(server.DataFolder, "magpie.db");

    /// <summary>Of the header, where 2 is a write-ahead log. https://www.sqlite.org/fileformat.html#file_format_version_numbers</summary>
    private static byte[] VersionsIn(ServerProcess server)
    {
        using var file = new FileStream(DatabaseOf(server), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = 18;
        return [(byte)file.ReadByte(), (byte)file.ReadByte()];
    }

    private static string JournalOf(ServerProcess server)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseOf(server)};Pooling=False");
        connection.Open();
        return Ask(connection, "PRAGMA journal_mode");
    }

    private static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }
}
