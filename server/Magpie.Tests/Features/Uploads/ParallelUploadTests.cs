using System.Net;
using System.Security.Cryptography;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

public sealed class ParallelUploadTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly TusClient tus = new(app.Owner.Http);

    [Fact]
    public async Task Two_clients_that_send_the_same_upload_cannot_spoil_it()
    {
        for (var round = 0; round < 40; round++)
        {
            var bytes = PaddedVideo.Of(600_000, round);
            var upload = (await tus.CreateAsync(bytes.Length, "race.mp4")).Header("Location");

            // Each asks where the upload stands and goes on from there, as clients do after a lost connection.
            var ends = await Task.WhenAll(SendToTheEndAsync(tus, upload, bytes, 70_001), SendToTheEndAsync(tus, upload, bytes, 130_003));

            Assert.Equal(ends[0], ends[1]);
            var asset = await app.Owner.GetJsonAsync(ends[0]);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), asset.GetProperty("sha256").GetString());
            Assert.Equal(bytes, await app.Owner.Http.GetByteArrayAsync(ends[0] + "/original"));
            Assert.Single(app.BlobFilesOf(Guid.Parse(upload[^36..])), file => !file.StartsWith("renditions", StringComparison.Ordinal));
            await IsTheOnlyOneAsync(app.Owner, ends[0], bytes.Length);
        }
    }

    [Fact]
    public async Task Two_last_parts_at_once_make_one_asset()
    {
        var owner = await app.AddOwnerAsync();
        var client = new TusClient(owner.Http);
        for (var round = 0; round < 20; round++)
        {
            var bytes = PaddedVideo.Of(200_000, round);
            var upload = (await client.CreateAsync(bytes.Length, "end.mp4")).Header("Location");
            await client.PatchAsync(upload, 0, bytes[..150_000]);

            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.PatchAsync(upload, 150_000, bytes[150_000..])));

            Assert.All(
                answers,
                answer => Assert.True(answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Conflict, $"{answer.StatusCode}")
            );

            // A request that ended a running one may have come for the place where that had begun: then the rest is still to be sent.
            var asset = await SendToTheEndAsync(client, upload, bytes, bytes.Length);
            Assert.Equal(bytes, await owner.Http.GetByteArrayAsync(asset + "/original"));
            await IsTheOnlyOneAsync(owner, asset, bytes.Length);
        }
    }

    /// <summary>And it goes again, so that nobody else's files have to wait until all of these are understood.</summary>
    private static async Task IsTheOnlyOneAsync(ApiUser owner, string asset, long bytes)
    {
        Assert.Equal(1, (await owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());
        Assert.Equal(bytes, (await owner.GetJsonAsync("/api/session")).GetProperty("usage").GetProperty("storageBytes").GetInt64());
        using var gone = await owner.DeleteForeverAsync(asset);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
    }

    private static async Task<string> SendToTheEndAsync(TusClient tus, string upload, byte[] bytes, int partBytes)
    {
        while (true)
        {
            using var head = await tus.HeadAsync(upload);
            if (head.Header("Magpie-Asset") is { Length: > 0 } asset)
            {
                return asset;
            }

            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            var offset = int.Parse(head.Header("Upload-Offset"), System.Globalization.CultureInfo.InvariantCulture);
            using var answer = await tus.PatchAsync(upload, offset, bytes[offset..Math.Min(bytes.Length, offset + partBytes)]);
            Assert.True(answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.Conflict, $"{answer.StatusCode}");
        }
    }
}
