using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Features.Imports;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Operations;

/// <summary>The real program on a disk of 48 MB that something else has filled to the last byte.</summary>
public sealed class FullDiskTests
{
    private const int Megabytes = 48;

    [Fact]
    public async Task On_a_full_disk_everything_is_read_and_deleted_and_what_needs_room_is_refused_whole()
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        await using var server = await ServerProcess.StartNewAsync(disk);
        var owner = await server.SetUpAsync();
        var assets = new List<string>();
        foreach (var name in new[] { "coast.jpg", "still.gif", "still.webp", "alpha.png" })
        {
            assets.Add($"/api/assets/{(await owner.AddAssetAsync(FreeMedia.PathOf(name))).GetProperty("id").GetGuid()}");
        }

        var (tokenId, token) = await owner.MakeTokenAsync("read");
        var tus = new TusClient(owner.Http);
        using var begun = await tus.CreateAsync(5_000_000, "begun.mp4");
        using var left = await tus.CreateAsync(5_000_000, "left.mp4");

        disk.Fill();

        await server.BecomesAsync("Unhealthy\ndisk: It is full: ");
        // A token that was never used before, so that its use would be news.
        var reader = new ApiUser(server.Address, token);
        Assert.Equal(4, (await reader.GetJsonAsync("/api/assets")).GetProperty("items").GetArrayLength());
        Assert.Equal(FreeMedia.BytesOf("coast.jpg"), await reader.Http.GetByteArrayAsync($"{assets[0]}/original"));
        await owner.GetJsonAsync("/api/session");

        var before = Blobs(server);
        await ShouldBeFullAsync(await tus.SendFileAsync(FreeMedia.BytesOf("animated.gif"), "animated.gif"));
        await ShouldBeFullAsync(await tus.PatchAsync(begun.Header("Location"), 0, PaddedVideo.Of(5_000_000)));
        await ShouldBeFullAsync(await owner.Http.PostAsJsonAsync("/api/imports", new { url = "https://example.org/a.jpg" }));
        Assert.Equal(before, Blobs(server));
        using var stranger = await new ApiUser(server.Address).SignInAsync(password: "a wrong password");
        await stranger.ShouldBeProblemAsync(401, "wrong-credentials");
        using var signedIn = await new ApiUser(server.Address).SignInAsync();
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);

        await ShouldBeDoneAsync(owner.Http.DeleteAsync(assets[0]));
        await owner.ActAsync(new { action = "delete", assetIds = assets[1..3].Select(address => address.Split('/')[^1]) });
        await ShouldBeDoneAsync(owner.Http.DeleteAsync($"{assets[0]}?forever=true"));
        Assert.Equal(2, (await (await owner.Http.DeleteAsync("/api/trash")).ReadJsonAsync()).GetProperty("removed").GetInt32());
        await ShouldBeDoneAsync(owner.Http.DeleteAsync($"/api/tokens/{tokenId}"));
        await ShouldBeDoneAsync(tus.TerminateAsync(left.Header("Location")));
        Assert.Equal(1, (await owner.GetJsonAsync("/api/assets")).GetProperty("items").GetArrayLength());
        Assert.DoesNotContain(
            Blobs(server),
            blob => assets[..3].Any(address => blob.Contains(Guid.Parse(address.Split('/')[^1]).ToString("n"), StringComparison.Ordinal))
        );

        disk.Clear();

        await server.BecomesAsync("Healthy");
        await owner.AddAssetAsync(FreeMedia.PathOf("animated.gif"));
        using var whole = await tus.PatchAsync(begun.Header("Location"), 0, PaddedVideo.Of(5_000_000));
        Assert.Equal(HttpStatusCode.NoContent, whole.StatusCode);
        Assert.DoesNotContain("   at ", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_full_disk_the_log_of_the_database_gives_its_room_back()
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        // That keeps its log elsewhere.
        await using var server = await ServerProcess.StartNewAsync(disk, ("Magpie__Database__Postgres", ""));
        var owner = await server.SetUpAsync();
        var asset = await owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        for (var copy = 0; copy < 40; copy++)
        {
            await owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        }

        disk.Fill();
        await server.BecomesAsync("Unhealthy\ndisk: It is full: ");
        await ShouldBeDoneAsync(owner.Http.DeleteAsync(asset)); // Into the trash, where it takes as much room.

        await server.BecomesAsync("Healthy");
        await owner.UploadAsync(FreeMedia.PathOf("still.webp"));
        Assert.DoesNotContain("could not be carried over", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_ends_at_the_end_of_the_disk_gives_its_room_back_and_goes_on_from_where_it_counts()
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        await using var server = await ServerProcess.StartNewAsync(disk);
        var owner = await server.SetUpAsync();
        var tus = new TusClient(owner.Http);
        var video = PaddedVideo.Of(45_000_000);
        using var created = await tus.CreateAsync(video.Length, "large.mp4");
        var upload = created.Header("Location");

        using (var full = await tus.PatchAsync(upload, 0, video))
        {
            await full.ShouldBeProblemAsync(507, "disk-full");
        }

        using var head = await tus.HeadAsync(upload);
        var offset = int.Parse(head.Header("Upload-Offset"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(offset, 0, 40_000_000);
        Assert.Equal(
            offset,
            Assert.Single(Blobs(server), blob => blob.StartsWith("originals", StringComparison.Ordinal)) is var blob
                ? new FileInfo(Path.Combine(server.DataFolder, "blobs", blob)).Length
                : -1
        );

        await disk.ResizeAsync(120);
        using var rest = await ApiUser.WaitForAsync(
            () => tus.PatchAsync(upload, offset, video[offset..]),
            answer => answer.StatusCode is not HttpStatusCode.InsufficientStorage
        );
        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        Assert.Equal(video, await owner.Http.GetByteArrayAsync($"{rest.Header("Magpie-Asset")}/original"));
    }

    [Fact]
    public async Task A_server_starts_on_a_full_disk_and_what_waits_to_be_processed_waits_for_room()
    {
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        await using var server = await ServerProcess.StartNewAsync(disk);
        var owner = await server.SetUpAsync();
        await server.StopAsync();
        await server.StartAsync(through: ["env", "Magpie__Media__Paused=true"]);
        var asset = await owner.UploadAsync(FreeMedia.PathOf("clip.mp4"));
        await server.KillAsync();
        disk.Fill();

        await server.StartAsync("/health/live");

        await server.BecomesAsync("Unhealthy\ndisk: It is full: ");
        Assert.Equal("processing", (await owner.GetJsonAsync(asset)).GetProperty("status").GetString());
        disk.Clear();
        Assert.Equal("ready", (await owner.WaitUntilUnderstoodAsync(asset)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_import_that_finds_no_room_says_so_gives_its_storage_back_and_can_be_retried()
    {
        await using var source = new SourceServer();
        await using var disk = await SmallDisk.MountAsync(Megabytes);
        await using var server = await ServerProcess.StartNewAsync(
            disk,
            [.. source.Settings.Select(one => (one.Key.Replace(":", "__", StringComparison.Ordinal), one.Value))]
        );
        var owner = await server.SetUpAsync();
        var video = PaddedVideo.Of(45_000_000);

        var id = await owner.ImportAsync(source.Put("large.mp4", video));

        Assert.Equal("The server’s disk is full. Ask whoever runs Magpie to make room, then retry.", await owner.FailureOfAsync(id));
        Assert.Empty(Blobs(server));
        Assert.Equal(0, (await owner.GetJsonAsync("/api/session")).GetProperty("usage").GetProperty("storageBytes").GetInt64());
        await disk.ResizeAsync(120);
        using var retried = await ApiUser.WaitForAsync(
            () => owner.Http.PostAsync($"/api/imports/{id}/retry", null),
            answer => answer.StatusCode is not HttpStatusCode.InsufficientStorage
        );
        Assert.True(retried.IsSuccessStatusCode, $"{retried.StatusCode}");
        Assert.Null(await owner.FailureOfAsync(id));
        Assert.Equal(video, await owner.Http.GetByteArrayAsync($"/api/assets/{id}/original"));
    }

    private static async Task ShouldBeFullAsync(HttpResponseMessage answer)
    {
        var problem = await answer.ShouldBeProblemAsync(507, "disk-full");
        Assert.Equal(
            "The server’s disk is full, so nothing of this was kept. Empty the trash, or ask whoever runs Magpie to make room, "
                + "then try again.",
            problem.Sentence()
        );
        answer.Dispose();
    }

    private static async Task ShouldBeDoneAsync(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        Assert.True(answer.StatusCode is HttpStatusCode.NoContent, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static List<string> Blobs(ServerProcess server)
    {
        var folder = Path.Combine(server.DataFolder, "blobs");
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path))
                .Order(),
        ];
    }
}
