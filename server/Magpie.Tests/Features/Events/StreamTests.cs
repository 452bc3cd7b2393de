using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Events;

public sealed class StreamTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task What_happens_to_an_asset_of_my_groups_arrives_as_it_happens()
    {
        await using var viewer = await Listener.ListenAsync(await app.AddMemberAsync(GroupRole.Viewer));
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        var group = await app.MainGroupAsync();
        await HearAsync("created");
        await HearAsync("changed");
        await app.Owner.Http.DeleteAsync(asset);
        await HearAsync("deleted");

        async Task HearAsync(string action)
        {
            var change = await NextOfAsync(viewer, asset);
            Assert.Equal(
                (group, "asset", action),
                (change.GetProperty("group").GetGuid(), change.GetProperty("kind").GetString(), change.GetProperty("action").GetString())
            );
        }
    }

    [Fact]
    public async Task What_happens_in_a_group_that_is_not_mine_never_arrives()
    {
        var stranger = await app.AddStrangerAsync();
        var other = await app.AddGroupAsync("Other");
        await using var strangers = await Listener.ListenAsync(stranger);
        await using var others = await Listener.ListenAsync(app.NewVisitor((await app.Owner.MakeTokenAsync("read", other)).Text));

        // Changes are handed on in their order: the first one of mine comes after all that were not for me.
        await app.Owner.Http.DeleteAsync(await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif")));
        var mine = await stranger.UploadAsync(FreeMedia.PathOf("still.gif"));
        using var theirs = await new TusClient(app.Owner.Http).SendFileAsync(FreeMedia.BytesOf("still.webp"), "a.webp", group: $"{other}");

        Assert.Equal(mine, $"/api/assets/{(await strangers.NextAsync()).GetProperty("ids")[0].GetGuid()}");
        Assert.Equal(theirs.Header("Magpie-Asset"), $"/api/assets/{(await others.NextAsync()).GetProperty("ids")[0].GetGuid()}");
    }

    [Fact]
    public async Task A_stream_is_told_not_to_be_collected_or_kept()
    {
        using var answer = await app.Owner.Http.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no", answer.Header("X-Accel-Buffering"));
        Assert.Contains("no-cache", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    /// <summary>Assets of other tests of this app may still be on their way.</summary>
    private static async Task<JsonElement> NextOfAsync(Listener listener, string asset)
    {
        while (true)
        {
            var change = await listener.NextAsync();
            if (asset == $"/api/assets/{Assert.Single(change.GetProperty("ids").EnumerateArray()).GetGuid()}")
            {
                return change;
            }
        }
    }
}
