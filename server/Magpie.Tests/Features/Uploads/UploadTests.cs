using System.Net;
using System.Security.Cryptography;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class UploadTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly TusClient tus = new(app.Owner.Http);

    [Fact]
    public async Task A_file_sent_whole_becomes_an_asset_with_its_bytes()
    {
        var bytes = FreeMedia.BytesOf("coast.jpg");

        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));

        Assert.Equal("ready", asset.GetProperty("status").GetString());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), asset.GetProperty("sha256").GetString());
        Assert.Equal(bytes, await app.Owner.Http.GetByteArrayAsync(asset.GetProperty("original").GetProperty("url").GetString()));
    }

    [Fact]
    public async Task A_file_sent_in_parts_becomes_the_same_file()
    {
        var bytes = FreeMedia.BytesOf("clip.mp4");

        using var answer = await tus.SendFileAsync(bytes, "parts.mp4", partBytes: 10_001);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var asset = await app.Owner.WaitUntilUnderstoodAsync(answer.Headers.GetValues("Magpie-Asset").Single());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), asset.GetProperty("sha256").GetString());
        Assert.Equal(bytes, await app.Owner.Http.GetByteArrayAsync(asset.GetProperty("original").GetProperty("url").GetString()));
    }

    [Fact]
    public async Task Uploading_the_same_file_twice_points_to_the_first_one()
    {
        var first = await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"));

        using var again = await tus.SendFileAsync(FreeMedia.BytesOf("still.gif"), "again.gif");

        Assert.Equal(first, again.Headers.GetValues("Magpie-Duplicate-Of").Single());
        Assert.NotEqual(first, again.Headers.GetValues("Magpie-Asset").Single());
    }
}
