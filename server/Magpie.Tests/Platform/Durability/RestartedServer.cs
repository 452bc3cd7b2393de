using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Magpie.Tests.Features.Posts;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Durability;

/// <summary>Asks a server that came back after a power cut for all that it owes.</summary>
internal sealed class RestartedServer(ServerProcess server)
{
    private readonly ApiUser owner = new(server.Address);

    public async Task CheckAsync(IEnumerable<PromisedFile> files, IReadOnlyList<UnfinishedUpload> unfinished)
    {
        using var session = await owner.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, session.StatusCode);
        foreach (var file in files)
        {
            await CheckAsync($"/api/assets/{file.Asset}", file.Bytes);
        }

        foreach (var upload in unfinished)
        {
            await CheckAsync(await FinishAsync(upload), upload.Bytes);
        }

        var open = await ApiUser.WaitForAsync(
            () => owner.GetJsonAsync("/api/assets?status=processing"),
            found => found.GetProperty("items").GetArrayLength() == 0
        );
        Assert.Empty(open.GetProperty("items").EnumerateArray());
    }

    private async Task CheckAsync(string address, byte[] bytes)
    {
        var asset = await owner.WaitUntilUnderstoodAsync(address);
        Assert.Equal("ready", asset.Text("status"));
        var original = await owner.Http.GetByteArrayAsync($"{address}/original");
        Assert.True(bytes.AsSpan().SequenceEqual(original), $"Other bytes: {asset.Text("name")}");
        // Each address carries the beginning of its hash. What lacks its bytes is found, and made again, with another one perhaps.
        await ApiUser.WaitForAsync(
            () => RenditionsAsync(address),
            renditions => renditions.All(rendition => rendition.Url.Contains($"v={rendition.Hash}", StringComparison.Ordinal))
        );
    }

    private async Task<List<(string Url, string Hash)>> RenditionsAsync(string address)
    {
        var found = new List<(string Url, string Hash)>();
        foreach (var rendition in (await owner.GetJsonAsync(address)).GetProperty("renditions").EnumerateArray())
        {
            var url = rendition.Text("url")!;
            found.Add((url, Convert.ToHexStringLower(SHA256.HashData(await owner.Http.GetByteArrayAsync(url)))[..16]));
        }

        return found;
    }

    /// <summary>Goes on from where the server says that it is, or anew where it knows nothing of it. Answers the asset's address.</summary>
    private async Task<string> FinishAsync(UnfinishedUpload upload)
    {
        var tus = new TusClient(owner.Http);
        using var head = await tus.HeadAsync(upload.Address);
        var known = head.StatusCode is HttpStatusCode.OK;
        using var created = known ? null : await tus.CreateAsync(upload.Bytes.Length, "anew.mp4");
        var offset = known ? int.Parse(head.Header("Upload-Offset"), CultureInfo.InvariantCulture) : 0;
        using var answer = await tus.PatchAsync(created?.Header("Location") ?? upload.Address, offset, upload.Bytes[offset..]);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return answer.Header("Magpie-Asset");
    }
}
