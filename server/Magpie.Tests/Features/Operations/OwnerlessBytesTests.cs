using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Operations;

/// <summary>Bytes that no row names any more do not stay on the disk.</summary>
public sealed class OwnerlessBytesTests
{
    [Fact]
    public async Task After_a_kill_what_nobody_owns_is_removed_and_everything_else_stays()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        var asset = await owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        var tus = new TusClient(owner.Http);
        var bytes = FreeMedia.BytesOf("clip.mp4");
        var upload = (await tus.CreateAsync(bytes.Length, "clip.mp4")).Header("Location");
        await tus.PatchAsync(upload, 0, bytes[..50_000]);
        var kept = Files(server);
        await server.KillAsync();

        var (lost, deleted) = ($"{Guid.CreateVersion7():n}", $"{Guid.CreateVersion7():n}");
        string[] strays =
        [
            $"originals/{lost[30..]}/{lost}",
            $"originals/{lost[30..]}/{lost}-{Guid.CreateVersion7():n}",
            $"renditions/{deleted[30..]}/{deleted}/thumb-0123456789abcdef",
            $"renditions/{asset.GetProperty("id").GetGuid().ToString("n")[30..]}/{asset.GetProperty("id").GetGuid():n}/thumb-fedcba9876543210",
            $"tmp/{lost}",
        ];
        foreach (var stray in strays)
        {
            var path = Path.Combine(server.DataFolder, "blobs", stray);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        }

        await server.StartAsync();

        await ApiUser.WaitForAsync(() => Task.FromResult(Files(server)), files => !files.Overlaps(strays));
        Assert.Superset(kept, Files(server));
        using var rest = await tus.PatchAsync(upload, 50_000, bytes[50_000..]);
        Assert.Equal(bytes, await owner.Http.GetByteArrayAsync(rest.Header("Magpie-Asset") + "/original"));
    }

    [Fact]
    public async Task After_a_crash_a_rendition_of_the_right_length_with_other_bytes_is_made_again()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();
        var asset = await owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        var url = asset.GetProperty("renditions").EnumerateArray().First().GetProperty("url").GetString()!;
        var thumb = await owner.Http.GetByteArrayAsync(url);
        await server.KillAsync();
        var path = Assert.Single(
            Files(server),
            file => new FileInfo(Path.Combine(server.DataFolder, "blobs", file)).Length == thumb.Length
        );
        await File.WriteAllBytesAsync(
            Path.Combine(server.DataFolder, "blobs", path),
            new byte[thumb.Length],
            TestContext.Current.CancellationToken
        );

        await server.StartAsync();

        Assert.Equal(
            thumb,
            await ApiUser.WaitForAsync(() => owner.Http.GetByteArrayAsync(url), bytes => bytes.AsSpan().SequenceEqual(thumb))
        );
    }

    private static HashSet<string> Files(ServerProcess server)
    {
        var blobs = Path.Combine(server.DataFolder, "blobs");
        return [.. Directory.EnumerateFiles(blobs, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(blobs, file))];
    }
}
