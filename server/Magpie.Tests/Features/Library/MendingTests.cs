using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Features.Posts;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>What can be made again is not waited for when it is made; so what a power cut has taken of it is made again.</summary>
public sealed class MendingTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Theory, InlineData("coast.jpg"), InlineData("prores.mov"), InlineData("animated.gif")]
    public async Task Renditions_that_are_missing_or_short_are_made_again_for_all_who_ask_and_nothing_else_changes(string name)
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var asset = await contributor.AddAssetAsync(FreeMedia.PathOf(name));
        await app.Owner.ActAsync(new { action = "ready", assetIds = new[] { asset.Id() } });
        asset = await app.Owner.GetJsonAsync($"/api/assets/{asset.Id()}");
        var before = await BytesAsync(asset);
        Damage(asset.Id());

        var after = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => BytesAsync(asset)));

        Assert.All(after, bytes => Assert.Equal(before, bytes));
        var now = await app.Owner.GetJsonAsync($"/api/assets/{asset.Id()}");
        Assert.Equal("ready", now.Text("status"));
        Assert.Equal(AddressesOf(asset), AddressesOf(now));
    }

    [Fact]
    public async Task A_shared_file_and_a_file_for_publishing_that_are_short_are_made_again()
    {
        var asset = await app.Owner.AddPictureAsync();
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync("mastodon"), asset);
        using var shared = await app.Owner.Http.PostAsync($"/api/assets/{asset}/link", null);
        string[] addresses = [(await shared.ReadJsonAsync()).Text("url")!, $"/api/posts/{post.Id()}/assets/0/file"];
        var before = await Task.WhenAll(addresses.Select(address => app.Owner.Http.GetByteArrayAsync(address)));
        Damage(asset);

        var after = await Task.WhenAll(addresses.Select(address => app.Owner.Http.GetByteArrayAsync(address)));

        Assert.Equal(before, after);
    }

    /// <summary>Every second file that was made of it is gone, and the others are short.</summary>
    private void Damage(Guid asset)
    {
        var files = app.BlobFilesOf(asset)
            .Where(file => file.StartsWith("renditions", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(files);
        for (var i = 0; i < files.Count; i++)
        {
            var path = Path.Combine(app.DataFolder, "blobs", files[i]);
            if (i % 2 == 0)
            {
                File.Delete(path);
            }
            else
            {
                File.WriteAllBytes(path, []);
            }
        }
    }

    private static List<string> AddressesOf(JsonElement asset) =>
        [.. asset.GetProperty("renditions").EnumerateArray().Select(rendition => rendition.Text("url")!)];

    private async Task<List<byte[]>> BytesAsync(JsonElement asset) =>
        [.. await Task.WhenAll(AddressesOf(asset).Select(address => app.Owner.Http.GetByteArrayAsync(address)))];
}
