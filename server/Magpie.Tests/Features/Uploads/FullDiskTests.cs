using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Platform;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class FullDiskTests(FullDiskApp app) : IClassFixture<FullDiskApp>
{
    private const int PartBytes = 50_000;

    private readonly TusClient tus = new(app.Owner.Http);

    [Fact]
    public async Task An_upload_that_fills_the_disk_keeps_what_it_sent_and_goes_on_when_there_is_room()
    {
        var bytes = FreeMedia.BytesOf("clip.mp4");
        using var created = await tus.CreateAsync(bytes.Length, "clip.mp4");
        var upload = created.Headers.Location!.ToString();
        using var first = await tus.PatchAsync(upload, 0, bytes[..PartBytes]);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        var before = app.Leftovers.Blobs().ToList();

        app.Disk.RoomBytes = 10_000;
        using var full = await tus.PatchAsync(upload, PartBytes, bytes[PartBytes..]);

        Assert.Equal(HttpStatusCode.InsufficientStorage, full.StatusCode);
        var problem = await full.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("urn:magpie:disk-full", problem.GetProperty("type").GetString());
        Assert.Equal(
            "The server's disk is full. What was sent so far is kept; ask whoever runs Magpie to make room, then go on.",
            problem.GetProperty("title").GetString()
        );
        Assert.Equal(before, app.Leftovers.Blobs());
        using var head = await tus.HeadAsync(upload);
        Assert.Equal($"{PartBytes}", head.Headers.GetValues("Upload-Offset").Single());

        app.Disk.RoomBytes = long.MaxValue;
        using var rest = await tus.PatchAsync(upload, PartBytes, bytes[PartBytes..]);

        Assert.Equal(HttpStatusCode.NoContent, rest.StatusCode);
        var asset = await app.Owner.WaitUntilUnderstoodAsync(rest.Headers.GetValues("Magpie-Asset").Single());
        Assert.Equal(bytes, await app.Owner.Http.GetByteArrayAsync(asset.GetProperty("original").GetProperty("url").GetString()));
    }

    [Fact]
    public void The_error_of_a_full_disk_is_told_from_others()
    {
        using var full = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write);
        var error = Assert.Throws<IOException>(() => RandomAccess.Write(full, [1], 0));

        Assert.True(DiskSpace.IsExhausted(error));
        Assert.False(DiskSpace.IsExhausted(Assert.ThrowsAny<IOException>(() => File.ReadAllBytes("/nowhere"))));
    }
}
