using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Operations;

/// <summary>A database that is there and works, and is not for this program or not for this folder.</summary>
[RunsOnce]
public sealed class ForeignDatabaseTests(OwnPostgres postgres) : IClassFixture<OwnPostgres>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_a_newer_Magpie_has_made_is_left_alone(bool onPostgres)
    {
        await using var server = await ServerProcess.StartNewAsync(
            onPostgres ? await postgres.CreateDatabaseAsync() : ("Magpie__Database__Postgres", "")
        );
        await server.StopAsync();
        await server.ExecuteAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_FromTheFuture', '99.0.0')");

        var (exitCode, log) = await server.RunToItsEndAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "magpie: The database was made by a newer Magpie: this one does not know 29991231000000_FromTheFuture. Start that one "
                + "again, or restore a backup from before the update.",
            log
        );
        Assert.Equal(
            (1, log),
            await server.CommandAsync("import", server.DataFolder, "--group", "Main") is var (code, output)
                ? (code, output.TrimEnd())
                : default
        );
    }

    [Theory]
    [InlineData(false, "another folder in MAGPIE_DATA")]
    [InlineData(true, "another PostgreSQL database and another folder in MAGPIE_DATA")]
    public async Task A_database_from_before_the_first_release_is_left_alone(bool onPostgres, string anew)
    {
        await using var server = await ServerProcess.StartNewAsync(
            onPostgres ? await postgres.CreateDatabaseAsync() : ("Magpie__Database__Postgres", "")
        );
        await server.SetUpAsync();
        await server.StopAsync();
        const string History = "\"__EFMigrationsHistory\"";
        await server.ExecuteAsync($"CREATE TABLE kept AS SELECT * FROM {History}");
        await server.ExecuteAsync($"DELETE FROM {History}");
        await server.ExecuteAsync(
            $"INSERT INTO {History} VALUES ('20261125072836_Initial', '10.0.0'), ('20261129191658_MakeCleanVideosAgain', '10.0.0')"
        );

        var (exitCode, log) = await server.RunToItsEndAsync();

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "magpie: The database was made by a Magpie from before the first release (20261129191658_MakeCleanVideosAgain), and this one "
                + $"cannot use it; nothing was changed. Start anew with {anew}, or start the version that made it and export the originals.",
            log
        );

        // All else is as it was.
        await server.ExecuteAsync($"DELETE FROM {History}");
        await server.ExecuteAsync($"INSERT INTO {History} SELECT * FROM kept");
        await server.StartAsync();
        await new ApiUser(server.Address).SignInAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_database_is_not_begun_beside_the_files_of_a_library_whose_own_is_lost(bool onPostgres)
    {
        var database = onPostgres ? await postgres.CreateDatabaseAsync() : ("Magpie__Database__Postgres", "");
        await using var server = await ServerProcess.StartNewAsync(database);
        var asset = await (await server.SetUpAsync()).UploadAsync(FreeMedia.PathOf("coast.jpg"));
        await server.StopAsync();
        using var lost = new TestFolder();
        foreach (var file in onPostgres ? [] : Directory.GetFiles(server.DataFolder, "magpie.db*"))
        {
            File.Move(file, Path.Combine(lost.Path, Path.GetFileName(file)));
        }

        for (var start = 0; start < 2; start++)
        {
            var (exitCode, log) = await ServerProcess.RunToItsEndAsync(
                onPostgres ? await postgres.CreateDatabaseAsync() : database,
                ("MAGPIE_DATA", server.DataFolder)
            );

            Assert.Equal(1, exitCode);
            Assert.StartsWith("magpie: The database is empty, and ", log, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', log);
        }

        foreach (var file in Directory.GetFiles(lost.Path))
        {
            File.Move(file, Path.Combine(server.DataFolder, Path.GetFileName(file)), overwrite: true);
        }

        await server.StartAsync();
        var owner = new ApiUser(server.Address);
        await owner.SignInAsync();
        Assert.Equal("ready", (await owner.WaitUntilUnderstoodAsync(asset)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_second_server_with_another_folder_is_kept_from_the_database_of_the_first_whether_that_runs_or_not()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var first = await ServerProcess.StartNewAsync(database);
        var owner = await first.SetUpAsync();

        foreach (var isRunning in new[] { true, false })
        {
            var (exitCode, log) = await ServerProcess.RunToItsEndAsync(database);

            Assert.Equal(1, exitCode);
            Assert.StartsWith(
                "magpie: Magpie:Database:Postgres: this database belongs to another data folder than ",
                log,
                StringComparison.Ordinal
            );
            Assert.Contains("start once with Magpie__Installation__TakeOver=true", log, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', log);
            if (isRunning)
            {
                Assert.Equal("ready", (await owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"))).GetProperty("status").GetString());
                await first.KillAsync();
            }
        }

        await first.StartAsync();
        await owner.GetJsonAsync("/api/assets");
    }

    [Fact]
    public async Task A_folder_that_was_moved_or_restored_has_its_database_again()
    {
        var database = await postgres.CreateDatabaseAsync();
        await using var first = await ServerProcess.StartNewAsync(database);
        var owner = await first.SetUpAsync();
        await first.StopAsync();
        using var elsewhere = new TestFolder();
        await Tools.RunAsync("cp", "-a", first.DataFolder + "/.", elsewhere.Path);

        await using (var moved = await ServerProcess.StartNewAsync(database, ("MAGPIE_DATA", elsewhere.Path)))
        {
            await new ApiUser(moved.Address).SignInAsync();
            await moved.StopAsync();
        }

        // Its files without the id that lies beside them: whoever runs it has to say that these are they.
        File.Delete(Path.Combine(elsewhere.Path, "installation"));
        Assert.Equal(1, (await ServerProcess.RunToItsEndAsync(database, ("MAGPIE_DATA", elsewhere.Path))).ExitCode);
        await using var taken = await ServerProcess.StartNewAsync(
            database,
            ("MAGPIE_DATA", elsewhere.Path),
            ("Magpie__Installation__TakeOver", "true")
        );
        await taken.StopAsync();
        Assert.Equal(1, (await first.RunToItsEndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_folder_of_the_server_is_imported_beside_it()
    {
        using var folder = new TestFolder();
        File.Copy(FreeMedia.PathOf("coast.jpg"), Path.Combine(folder.Path, "coast.jpg"));
        await using var server = await ServerProcess.StartNewAsync(await postgres.CreateDatabaseAsync());
        await server.SetUpAsync();

        var (exitCode, output) = await server.CommandAsync("import", folder.Path, "--group", "Main");

        Assert.True(exitCode == 0, output);
    }

    [Theory]
    [InlineData("Password=", "Password=wrong-", "password authentication failed")]
    [InlineData("Database=", "Database=no_", "does not exist")]
    [InlineData("Host=127.0.0.1", "Host=no.such.host.example", "")]
    public async Task A_database_that_lets_nobody_in_ends_the_start_with_one_line(string part, string instead, string why)
    {
        var (key, database) = await postgres.CreateDatabaseAsync();

        var (exitCode, log) = await ServerProcess.RunToItsEndAsync((key, database.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("magpie: The database cannot be used: ", log, StringComparison.Ordinal);
        Assert.Contains(why, log, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', log);
    }
}
