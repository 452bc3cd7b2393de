using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Operations;

/// <summary>What others on the machine can see of the data folder.</summary>
public sealed class DataFolderAccessTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode GroupReads = UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
    private static readonly string[] WideMask = ["sh", "-c", "umask 0; exec \"$0\" \"$@\""];

    [Fact]
    public async Task A_new_folder_and_all_in_it_is_for_its_own_user_whatever_the_mask_was()
    {
        using var around = new TestFolder();
        var folder = Path.Combine(around.Path, "new", "data");
        await using var server = await ServerProcess.StartNewAsync(("MAGPIE_DATA", folder), ("Magpie__Database__Postgres", ""));
        await server.StopAsync();
        Directory.Delete(folder, recursive: true);

        await server.StartAsync(through: WideMask);
        await (await server.SetUpAsync()).AddAssetAsync(FreeMedia.PathOf("coast.jpg"));

        var entries = Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories);
        Assert.Contains(entries, path => path.EndsWith("/key", StringComparison.Ordinal));
        Assert.Contains(entries, path => path.Contains("/blobs/originals/", StringComparison.Ordinal) && File.Exists(path));
        foreach (var path in (string[])[folder, .. entries])
        {
            // A decoder of another user is handed these by its group, which cannot enter the folder that they lie in.
            var isHandedOut =
                path.StartsWith($"{folder}/scratch/", StringComparison.Ordinal)
                || (path.StartsWith($"{folder}/blobs/originals/", StringComparison.Ordinal) && File.Exists(path));
            Assert.True(
                (File.GetUnixFileMode(path) & ~(isHandedOut ? OwnerOnly | GroupReads : OwnerOnly)) == 0,
                $"{path} has {File.GetUnixFileMode(path)}"
            );
        }

        var masks = server
            .Children()
            .Select(child =>
                File.ReadLines($"/proc/{child.Id}/status").Single(line => line.StartsWith("Umask:", StringComparison.Ordinal)).Split('\t')[
                    1
                ]
            )
            .ToList();
        Assert.NotEmpty(masks);
        Assert.All(masks, mask => Assert.Equal("0077", mask));
        Assert.DoesNotContain("Others on this machine", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_was_open_to_others_is_closed_and_that_is_said_once()
    {
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Database__Postgres", ""));
        await (await server.SetUpAsync()).AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        await server.KillAsync(); // So that the log of the database stays behind.
        await Tools.RunAsync("chmod", "-R", "a+rwX", server.DataFolder);

        await server.StartAsync(through: WideMask);

        foreach (var name in (string[])["", "magpie.db", "magpie.db-wal", "magpie.db-shm", "blobs", "key"])
        {
            var path = Path.Combine(server.DataFolder, name).TrimEnd('/');
            Assert.True((File.GetUnixFileMode(path) & ~OwnerOnly) == 0, $"{path} has {File.GetUnixFileMode(path)}");
        }

        var said = $"Others on this machine could use {server.DataFolder} (0777). It is for Magpie's own user alone now (0700).";
        await server.SeeInLogAsync(said);
        await server.StopAsync();
        await server.StartAsync();
        Assert.Single(server.Log.Split('\n'), line => line.EndsWith(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_everybody_shares_is_left_as_it_is_and_what_Magpie_puts_there_is_closed()
    {
        using var shared = new TestFolder();
        await Tools.RunAsync("chmod", "1777", shared.Path);
        await using var server = await ServerProcess.StartNewAsync(("MAGPIE_DATA", shared.Path), ("Magpie__Database__Postgres", ""));

        Assert.Equal("1777", (await Tools.RunAsync("stat", "-c", "%a", shared.Path)).Trim());
        Assert.Equal("600", (await Tools.RunAsync("stat", "-c", "%a", Path.Combine(shared.Path, "magpie.db"))).Trim());
        await server.SeeInLogAsync($"Everybody on this machine uses {shared.Path}. Give Magpie a folder of its own with MAGPIE_DATA.");
    }
}
