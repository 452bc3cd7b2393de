using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Operations;

/// <summary>A data folder that nothing can be kept in.</summary>
public sealed class DataFolderTests
{
    /// <summary>Root may write everywhere, unless it gives that right away.</summary>
    private static readonly string[] WithoutRootsRight = Environment.UserName is "root"
        ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
        : [];

    [Fact]
    public async Task A_folder_that_is_a_file_ends_the_start_with_one_line()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "data");
        await File.WriteAllTextAsync(file, "");

        var (exitCode, log) = await ServerProcess.RunToItsEndAsync(("MAGPIE_DATA", file));

        Assert.Equal((1, $"magpie: MAGPIE_DATA: {file} is a file. Name a folder."), (exitCode, log));
    }

    [Fact]
    public async Task A_disk_that_may_only_be_read_ends_the_start_with_one_line()
    {
        await using var disk = await SmallDisk.MountAsync(48);
        await using var server = await ServerProcess.StartNewAsync(disk);
        await server.StopAsync();
        await disk.MakeReadOnlyAsync();

        var (exitCode, log) = await server.RunToItsEndAsync();

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"magpie: MAGPIE_DATA: {disk.Folder} cannot be written by ", log, StringComparison.Ordinal);
        Assert.Contains("Read-only file system", log, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', log);
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_any_more_is_told_as_one()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        var asset = await owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        await server.StopAsync();
        await server.StartAsync(through: WithoutRootsRight);
        var blobs = Path.Combine(server.DataFolder, "blobs");
        string[] folders = [blobs, .. Directory.GetDirectories(Path.Combine(blobs, "originals"))];
        await Tools.RunAsync("chmod", ["500", .. folders]);

        await server.BecomesAsync("Unhealthy\ndisk: The data folder cannot be written: Permission denied. Look at its disk and its owner.");
        using (var refused = await new TusClient(owner.Http).SendFileAsync(FreeMedia.BytesOf("coast.jpg"), "coast.jpg"))
        {
            await refused.ShouldBeProblemAsync(503, "storage-unavailable");
        }

        Assert.Equal(
            FreeMedia.BytesOf("still.gif"),
            await owner.Http.GetByteArrayAsync(asset.GetProperty("original").GetProperty("url").GetString())
        );
        await Tools.RunAsync("chmod", ["700", .. folders]);
        await owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
    }

    [Theory]
    [InlineData("", "500")]
    [InlineData("magpie.db", "400")]
    [InlineData("blobs", "500")]
    [InlineData("blobs/originals", "500")]
    public async Task What_may_not_be_written_ends_the_start_with_one_line_that_names_it(string part, string mode)
    {
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Database__Postgres", ""));
        await (await server.SetUpAsync()).AddAssetAsync(FreeMedia.PathOf("still.gif"));
        await server.StopAsync();
        var path = Path.Combine(server.DataFolder, part).TrimEnd('/');
        await Tools.RunAsync("chmod", mode, path);

        var (exitCode, log) = await server.RunToItsEndAsync(WithoutRootsRight);

        await Tools.RunAsync("chmod", "u+w", path);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"magpie: MAGPIE_DATA: {path} cannot be written by ", log, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', log);
    }
}
