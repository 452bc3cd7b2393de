using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Magpie.Tests.Features.Operations;

/// <summary>The real program on a SQLite file of which something was overwritten, whichever database the suite runs on.</summary>
[RunsOnce]
public sealed class DamagedDatabaseTests
{
    private static readonly (string Key, string Value) OnSqlite = ("Magpie__Database__Postgres", "");

    [Fact]
    public async Task A_page_that_was_overwritten_before_the_start_is_found_by_it_and_nothing_is_changed_any_more()
    {
        await using var server = await ServerProcess.StartNewAsync(OnSqlite);
        var owner = await server.SetUpAsync();
        var asset = await owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        await server.StopAsync();
        await EraseAsync(server, "Posts");

        await server.StartAsync("/health/live");

        var text = await server.BecomesAsync("Unhealthy\ndatabase: It is damaged (");
        Assert.EndsWith("). Restore a backup, or rescue what can be read; the guide says how.", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split('\n').Length);
        // What can be read can be saved.
        var visitor = new ApiUser(server.Address);
        using var signedIn = await visitor.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Equal(
            FreeMedia.BytesOf("still.gif"),
            await visitor.Http.GetByteArrayAsync(asset.GetProperty("original").GetProperty("url").GetString())
        );
        using var zip = await visitor.Http.PostAsJsonAsync(
            "/api/assets/zip",
            new { assetIds = new[] { asset.GetProperty("id").GetGuid() } }
        );
        Assert.Equal(HttpStatusCode.OK, zip.StatusCode);
        foreach (
            var ask in new Func<Task<HttpResponseMessage>>[]
            {
                () => new TusClient(visitor.Http).SendFileAsync(FreeMedia.BytesOf("coast.jpg"), "coast.jpg"),
                () => visitor.Http.DeleteAsync($"/api/assets/{asset.GetProperty("id").GetGuid()}"),
                () => visitor.Http.PostAsJsonAsync("/api/tokens", new { name = "a", scope = "read" }),
            }
        )
        {
            using var refused = await ask();
            var problem = await refused.ShouldBeProblemAsync(500, "database-damaged");
            Assert.Equal(
                "Magpie’s database is damaged, so nothing is changed in it any more. Tell whoever runs Magpie; a backup helps.",
                problem.Sentence()
            );
        }

        await server.StopAsync();
        Assert.Single(server.Log.Split('\n'), line => line.Contains("The database is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_is_overwritten_while_it_runs_is_noticed_by_the_first_request_that_meets_it()
    {
        await using var server = await ServerProcess.StartNewAsync(OnSqlite);
        var owner = await server.SetUpAsync();
        await server.StopAsync();
        await server.StartAsync();
        await EraseAsync(server, "Posts");

        using var met = await owner.Http.GetAsync("/api/posts?from=2026-11-01T00:00&to=2026-12-01T00:00");

        await met.ShouldBeProblemAsync(500, "database-damaged");
        await server.BecomesAsync("Unhealthy\ndatabase: It is damaged (");
    }

    [Theory]
    [InlineData("header")]
    [InlineData("end")]
    public async Task A_file_that_cannot_be_opened_as_a_database_ends_the_start_with_one_line(string what)
    {
        await using var server = await ServerProcess.StartNewAsync(OnSqlite);
        await server.StopAsync();
        using (var file = File.OpenHandle(Path.Combine(server.DataFolder, "magpie.db"), FileMode.Open, FileAccess.Write))
        {
            if (what == "header")
            {
                RandomAccess.Write(file, new byte[100], 0);
            }
            else
            {
                RandomAccess.SetLength(file, 8192);
            }
        }

        var (exitCode, log) = await server.RunToItsEndAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith("magpie: The database is damaged (", log, StringComparison.Ordinal);
        Assert.EndsWith("). Restore a backup, or rescue what can be read: docs/guide/trouble.md", log, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', log);
    }

    /// <summary>Writes zeros over the first page of a table and of each of its indexes.</summary>
    private static async Task EraseAsync(ServerProcess server, string table)
    {
        var path = Path.Combine(server.DataFolder, "magpie.db");
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var ask = connection.CreateCommand();
        ask.CommandText = $"SELECT rootpage FROM sqlite_schema WHERE tbl_name = '{table}'";
        await using var pages = await ask.ExecuteReaderAsync();

        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var header = new byte[100];
        RandomAccess.Read(file, header, 0);
        var size = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16));
        while (await pages.ReadAsync())
        {
            RandomAccess.Write(file, new byte[size], (pages.GetInt64(0) - 1) * size);
        }
    }
}
