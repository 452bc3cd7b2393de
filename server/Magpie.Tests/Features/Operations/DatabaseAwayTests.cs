using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;
using Npgsql;

namespace Magpie.Tests.Features.Operations;

/// <summary>The real program on a PostgreSQL that stops, is full of others, hangs or ends sessions.</summary>
[RunsOnce]
public sealed class DatabaseAwayTests(OwnPostgres postgres) : IClassFixture<OwnPostgres>
{
    [Fact]
    public async Task A_server_that_is_told_to_stop_before_it_has_started_is_not_ready_and_ends_in_order()
    {
        await using var server = await ServerProcess.StartNewAsync(await postgres.CreateDatabaseAsync());
        await server.StopAsync();
        await using var holder = new NpgsqlConnection(server.ConnectionString);
        await holder.OpenAsync();
        await using var held = await holder.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("LOCK TABLE qrtz_locks, qrtz_triggers IN ACCESS EXCLUSIVE MODE", holder, held);
        await command.ExecuteNonQueryAsync();

        await server.StartAsync(until: "/health/live");
        await server.BecomesAsync("Unhealthy\nstart: It is not finished yet.");
        await server.StopAsync();

        Assert.DoesNotContain(" fail: ", server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_PostgreSQL_is_away_requests_are_told_to_wait_and_nobody_is_signed_out()
    {
        using var page = new TestFolder();
        await File.WriteAllTextAsync(Path.Combine(page.Path, "index.html"), "<!doctype html><title>Magpie</title>");
        await using var server = await ServerProcess.StartNewAsync(await postgres.CreateDatabaseAsync(), ("ASPNETCORE_WEBROOT", page.Path));
        var owner = await server.SetUpAsync();
        var program = new ApiUser(server.Address, (await owner.MakeTokenAsync("write")).Text);
        await program.GetJsonAsync("/api/assets");
        using var events = new StreamReader(await owner.Http.GetStreamAsync("/api/events"));
        Assert.Equal("event: hello", await events.ReadLineAsync());

        await postgres.StopAsync();
        try
        {
            // To whom the keys of sessions are missing, every cookie looks like this one.
            var unreadable = new ApiUser(server.Address);
            unreadable.Cookies.Add(server.Address, new Cookie("magpie", "CfDJ8unreadable"));
            foreach (
                var ask in new Func<Task<HttpResponseMessage>>[]
                {
                    () => owner.Http.GetAsync("/api/session"),
                    () => unreadable.Http.GetAsync("/api/session"),
                    () => owner.Http.GetAsync("/api/assets"),
                    () => owner.Http.GetAsync("/api/events"),
                    () => owner.Http.PatchAsJsonAsync($"/api/assets/{Guid.NewGuid()}", new { note = "typed" }),
                    () => program.Http.GetAsync("/api/assets"),
                    () => new ApiUser(server.Address).Http.GetAsync("/api/setup"),
                    () => new ApiUser(server.Address).SignInAsync(),
                    () => new TusClient(program.Http).CreateAsync(100, "a.jpg"),
                }
            )
            {
                using var answer = await ask();
                var problem = await answer.ShouldBeProblemAsync(503, "database-unavailable");
                Assert.Equal("Magpie’s database does not answer at the moment. Wait a few seconds and try again.", problem.Sentence());
                Assert.Equal("5", answer.Header("Retry-After"));
            }

            // With the cookie, as a browser asks.
            foreach (var address in new[] { "/", "/library", "/health/live", "/metrics", "/openapi/v1.json" })
            {
                using var answer = await owner.Http.GetAsync(address);
                Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}");
            }

            await server.BecomesAsync("Unhealthy\ndatabase: It does not answer (");
        }
        finally
        {
            await postgres.StartAsync();
        }

        await server.BecomesAsync("Healthy");
        var asset = await owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        Assert.Equal("ready", asset.GetProperty("status").GetString());
        Assert.True(await ReadUntilAsync(events, "event: change"), "The stream ended with the database.");
        await server.StopAsync();
        Assert.DoesNotContain("   at ", server.Log, StringComparison.Ordinal);
        Assert.Single(server.Log.Split('\n'), line => line.Contains("The database does not answer", StringComparison.Ordinal));
        Assert.Single(server.Log.Split('\n'), line => line.Contains("The database answers again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_is_ended_in_the_middle_of_a_request_ends_that_request_alone()
    {
        var (key, database) = await postgres.CreateDatabaseAsync();
        await using var server = await ServerProcess.StartNewAsync((key, database));
        var owner = await server.SetUpAsync();
        await using var locked = await TableLock.TakeAsync(database, "Profiles");

        var asked = AddProfileAsync(owner, "first");
        await locked.EndWhoeverWaitsAsync();

        using (var answer = await asked)
        {
            await answer.ShouldBeProblemAsync(503, "database-unavailable");
        }

        await locked.DisposeAsync();
        using var again = await ApiUser.WaitForAsync(
            () => AddProfileAsync(owner, "first"),
            answer => answer.StatusCode is not HttpStatusCode.ServiceUnavailable
        );
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
    }

    [Fact]
    public async Task Where_PostgreSQL_takes_no_more_clients_requests_wait_for_one_to_leave()
    {
        var (key, database) = await postgres.CreateDatabaseAsync();
        await using var server = await ServerProcess.StartNewAsync((key, database));
        var owner = await server.SetUpAsync();
        var name = new Npgsql.NpgsqlConnectionStringBuilder(database).Database;

        await OwnPostgres.ExecuteAsync(postgres.ConnectionString, $"ALTER DATABASE {name} CONNECTION LIMIT 0");
        await OwnPostgres.ExecuteAsync(
            postgres.ConnectionString,
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
        );
        using (
            var refused = await ApiUser.WaitForAsync(
                () => owner.Http.GetAsync("/api/assets"),
                answer => answer.StatusCode is not HttpStatusCode.OK
            )
        )
        {
            await refused.ShouldBeProblemAsync(503, "database-unavailable");
        }

        await ApiUser.WaitForAsync(server.ReadinessAsync, text => text.Contains("too many connections", StringComparison.Ordinal));
        await OwnPostgres.ExecuteAsync(postgres.ConnectionString, $"ALTER DATABASE {name} CONNECTION LIMIT -1");

        await server.BecomesAsync("Healthy");
        await owner.GetJsonAsync("/api/assets");
    }

    [Fact]
    public async Task A_database_that_hangs_keeps_nobody_waiting_who_asks_whether_it_is_ready()
    {
        var (key, database) = await postgres.CreateDatabaseAsync();
        await using var server = await ServerProcess.StartNewAsync((key, database));
        await using var locked = await TableLock.TakeAsync(database, "InstallationSettings");

        var clock = Stopwatch.StartNew();
        var text = await server.ReadinessAsync();

        Assert.Equal("Unhealthy\ndatabase: It has not answered within 2 seconds. It is asked again by itself.", text);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        await locked.DisposeAsync();
        await server.BecomesAsync("Healthy");
    }

    [Fact]
    public async Task A_full_disk_of_PostgreSQL_is_told_as_one()
    {
        var (key, database) = await postgres.CreateDatabaseAsync();
        await using var server = await ServerProcess.StartNewAsync((key, database));
        var owner = await server.SetUpAsync();
        // What PostgreSQL says then, at the place where it would say it.
        await server.ExecuteAsync(
            """
            CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION USING ERRCODE = ''disk_full'', MESSAGE = ''could not extend file''; END';
            CREATE TRIGGER no_room BEFORE INSERT ON "Profiles" FOR EACH ROW EXECUTE FUNCTION no_room();
            """
        );

        using (var full = await AddProfileAsync(owner, "first"))
        {
            await full.ShouldBeProblemAsync(507, "disk-full");
        }

        await server.BecomesAsync("Unhealthy\ndatabase: Its disk is full. Make room on the machine that PostgreSQL runs on.");
        await server.ExecuteAsync("DROP TRIGGER no_room ON \"Profiles\"");
        using var taken = await AddProfileAsync(owner, "first");
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    [Fact]
    public async Task A_SQLite_file_that_another_program_holds_is_waited_for_and_then_told_as_busy()
    {
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Database__Postgres", ""));
        var owner = await server.SetUpAsync();
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(server.DataFolder, "magpie.db")};Pooling=False"
        );
        await other.OpenAsync();
        await using var holding = other.BeginTransaction(deferred: false);

        using (var busy = await AddProfileAsync(owner, "first"))
        {
            await busy.ShouldBeProblemAsync(503, "database-unavailable");
            Assert.Equal("5", busy.Header("Retry-After"));
        }

        await holding.RollbackAsync();
        using var taken = await AddProfileAsync(owner, "first");
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
    }

    private static Task<HttpResponseMessage> AddProfileAsync(ApiUser visitor, string handle) =>
        visitor.Http.PostAsJsonAsync(
            "/api/profiles",
            new
            {
                network = "instagram",
                handle,
                timeZone = "Europe/Berlin",
            }
        );

    private static async Task<bool> ReadUntilAsync(StreamReader events, string wanted)
    {
        while (await events.ReadLineAsync() is { } line)
        {
            if (line == wanted)
            {
                return true;
            }
        }

        return false;
    }
}
