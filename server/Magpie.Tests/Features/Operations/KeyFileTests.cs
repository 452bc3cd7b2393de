using System.Net;
using System.Text;
using System.Xml.Linq;
using Magpie.Platform;
using Magpie.Platform.Database.Keys;
using Magpie.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Magpie.Tests.Features.Operations;

/// <summary>A copy of the database alone signs nobody in.</summary>
public sealed class KeyFileTests
{
    private const string Keys = "SELECT \"Xml\" FROM \"DataProtectionKeys\"";

    [Fact]
    public async Task The_keys_in_the_database_are_locked_with_a_file_that_only_its_owner_may_read()
    {
        await using var server = await ServerProcess.StartNewAsync();
        await server.SetUpAsync();

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FileOf(server)));
        var keys = await server.AskAsync(Keys);
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("<lockedKey by=", key, StringComparison.Ordinal));
        Assert.All(keys, key => Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_from_before_there_was_such_a_file_are_locked_and_nobody_is_signed_out()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        await server.StopAsync();
        var secret = await LayOpenAsync(server);
        File.Delete(FileOf(server));

        await server.StartAsync();

        Assert.Equal("Olga", (await owner.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("name").GetString());
        await server.SeeInLogAsync("1 keys lay open in the database, and in backups made until now; they are locked with");
        Assert.All(await server.AskAsync(Keys), key => Assert.DoesNotContain(secret, key, StringComparison.Ordinal));
        await server.StopAsync();
        if (File.Exists(Path.Combine(server.DataFolder, "magpie.db")))
        {
            // Nor is it left behind in a page that nothing uses.
            Assert.DoesNotContain(
                secret,
                Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(server.DataFolder, "magpie.db"))),
                StringComparison.Ordinal
            );
        }

        await server.StartAsync();
        Assert.Equal("Olga", (await owner.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Without_its_file_the_start_ends_with_one_line_that_says_what_to_do_and_what_is_lost()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        await server.StopAsync();
        var (file, kept) = (FileOf(server), FileOf(server) + ".kept");
        File.Move(file, kept);

        var (exitCode, log) = await server.RunToItsEndAsync();

        const string advice =
            "Restore it from a backup, or bring it from where Magpie ran before. If it is lost for good, start once with "
            + "Magpie__Keys__BeginAnew=true: everybody then signs in again, and connects again with Dropbox and Google Drive.";
        Assert.Equal((1, $"magpie: The key file {file} is missing. {advice}"), (exitCode, log));
        Assert.False(File.Exists(file));

        await MakeAnotherAsync(file);
        (exitCode, log) = await server.RunToItsEndAsync();
        Assert.Equal((1, $"magpie: {file} is not the key file that locked the keys in the database. {advice}"), (exitCode, log));

        foreach (var damaged in (string[])["magpie-key-1:bm90IGxvbmcgZW5vdWdo\n", ""])
        {
            await File.WriteAllTextAsync(file, damaged);
            (exitCode, log) = await server.RunToItsEndAsync();
            Assert.Equal(
                (
                    1,
                    $"magpie: Magpie:Keys:File: {file} is no key file of Magpie's, or is damaged. Restore it from a backup. If it "
                        + $"is lost for good, remove it and {advice[advice.IndexOf("start once", StringComparison.Ordinal)..]}"
                ),
                (exitCode, log)
            );
        }

        File.Move(kept, file, overwrite: true);
        await server.StartAsync();
        await owner.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task Whoever_begins_anew_signs_in_again_and_has_everything_else()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        var asset = await owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        await server.StopAsync();
        File.Delete(FileOf(server));

        await server.StartAsync(through: ["env", "Magpie__Keys__BeginAnew=true"]);

        using (var ended = await owner.Http.GetAsync("/api/session"))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        }

        await server.SeeInLogAsync("1 keys whose key file is lost were given up");
        using var again = await owner.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await owner.GetJsonAsync(asset);
        await server.StopAsync();
        await server.StartAsync();
        await owner.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task The_file_may_lie_elsewhere()
    {
        using var elsewhere = new TestFolder();
        var file = Path.Combine(elsewhere.Path, "magpie.key");
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Keys__File", file));
        await server.SetUpAsync();

        Assert.StartsWith("magpie-key-1:", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.False(File.Exists(FileOf(server)));
        Assert.Single(Directory.GetFiles(elsewhere.Path));
        Assert.DoesNotContain("Others on this machine", server.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_it_lies_elsewhere_and_others_may_read_it_that_is_said(bool isNamed)
    {
        using var elsewhere = new TestFolder();
        var file = Path.Combine(elsewhere.Path, "magpie.key");
        await using var server = await ServerProcess.StartNewAsync();
        await server.StopAsync();
        var path = isNamed ? file : FileOf(server);
        File.Move(FileOf(server), file);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        if (!isNamed)
        {
            File.CreateSymbolicLink(FileOf(server), file);
        }

        await server.StartAsync(through: ["env", .. isNamed ? [$"Magpie__Keys__File={file}"] : Array.Empty<string>()]);

        await server.SeeInLogAsync(
            $"Others on this machine may use {path} (0644), which opens the keys in the database. Close it to them: chmod 600 {path}"
        );
    }

    private static string FileOf(ServerProcess server) => Path.Combine(server.DataFolder, "key");

    private static KeyFile KeyFileAt(string path) =>
        new(
            new DataFolder(new ConfigurationBuilder().AddInMemoryCollection([new("MAGPIE_DATA", Path.GetDirectoryName(path))]).Build()),
            Options.Create(new KeyOptions { File = path }),
            NullLogger<KeyFile>.Instance
        );

    private static async Task MakeAnotherAsync(string path)
    {
        KeyFileAt(path).Make();
        Assert.StartsWith("magpie-key-1:", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
    }

    /// <summary>As an older Magpie has left it. Answers the master key's own text.</summary>
    private static async Task<string> LayOpenAsync(ServerProcess server)
    {
        var xml = XElement.Parse(Assert.Single(await server.AskAsync(Keys)));
        var locked = xml.Descendants("lockedKey").Single();
        var open = KeyLock.Open(locked, KeyFileAt(FileOf(server)));
        locked.Parent!.ReplaceWith(open);
        await server.ExecuteAsync(
            "UPDATE \"DataProtectionKeys\" SET \"Xml\" = "
                + $"'{xml.ToString(SaveOptions.DisableFormatting).Replace("'", "''", StringComparison.Ordinal)}'"
        );
        return open.Value.Trim();
    }
}
