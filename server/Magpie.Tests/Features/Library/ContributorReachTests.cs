using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Features.Posts;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>A contributor adds, and works on what is not accepted yet; what others have made of it is theirs.</summary>
public sealed class ContributorReachTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly HttpClient stranger = app.NewVisitor().Http;

    [Theory]
    [InlineData("delete")]
    [InlineData("delete with force")]
    [InlineData("act")]
    [InlineData("act with force")]
    [InlineData("act on a filter with force")]
    [InlineData("move")]
    [InlineData("draft")]
    [InlineData("status")]
    public async Task A_contributor_takes_nothing_out_of_other_peoples_posts(string way)
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var asset = await AcceptedAsync(contributor);
        var post = await app.Owner.ScheduleAsync(
            await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync("mastodon"), asset),
            PlannedPost.LocalTime
        );

        using var answer = await TryAsync(contributor, asset, way);

        await answer.ShouldBeProblemAsync(403, "not-allowed");
        var now = await app.Owner.PostAsync(post);
        Assert.Equal(("scheduled", 1), (now.Text("state"), now.GetProperty("assets").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, (await app.Owner.GetJsonAsync($"/api/assets/{asset}")).GetProperty("trashedAt").ValueKind);
    }

    [Fact]
    public async Task Nor_for_good_what_an_editor_has_put_in_the_trash()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var asset = await AcceptedAsync(contributor);
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), asset);
        Assert.Equal(HttpStatusCode.NoContent, (await app.Owner.Http.DeleteAsync($"/api/assets/{asset}?force=true")).StatusCode);

        using var answer = await contributor.Http.DeleteAsync($"/api/assets/{asset}?forever=true");

        await answer.ShouldBeProblemAsync(403, "not-allowed");
        Assert.Equal(1, (await app.Owner.PostAsync(post)).GetProperty("assets").GetArrayLength());
        Assert.Equal(HttpStatusCode.NoContent, (await app.Owner.Http.DeleteAsync($"/api/assets/{asset}?forever=true")).StatusCode);
    }

    [Fact]
    public async Task Nor_out_of_a_post_of_their_own_that_an_editor_has_planned()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var asset = await AcceptedAsync(contributor);
        var post = await app.Owner.ScheduleAsync(
            await contributor.AddPostAsync(await app.Owner.AddProfileAsync("mastodon"), asset),
            PlannedPost.LocalTime
        );

        using var answer = await contributor.Http.DeleteAsync($"/api/assets/{asset}?force=true");

        await answer.ShouldBeProblemAsync(403, "not-allowed");
        Assert.Equal("scheduled", (await app.Owner.PostAsync(post)).Text("state"));
    }

    [Fact]
    public async Task Out_of_a_draft_of_their_own_a_contributor_takes_what_they_added()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var asset = (await contributor.AddAssetAsync(FreeMedia.PathOf("still.gif"))).Id();
        await contributor.AddPostAsync(await app.Owner.AddProfileAsync(), asset);
        await (await contributor.Http.DeleteAsync($"/api/assets/{asset}")).ShouldBeProblemAsync(409, "held-by-posts");

        using var answer = await contributor.Http.DeleteAsync($"/api/assets/{asset}?force=true");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task A_draft_is_shared_by_nobody_and_by_its_contributor_once_it_is_accepted()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var asset = (await contributor.AddAssetAsync(FreeMedia.PathOf("still.gif"))).Id();

        var refused = await (await contributor.Http.PostAsync($"/api/assets/{asset}/link", null)).ShouldBeProblemAsync(403, "not-allowed");
        Assert.Equal("This is a draft. It can be shared when an editor of the group has accepted it.", refused.Sentence());
        var editors = await (await app.Owner.Http.PostAsync($"/api/assets/{asset}/link", null)).ShouldBeProblemAsync(409, "asset-is-draft");
        Assert.Equal("This is a draft. Mark it as ready first, then share it.", editors.Sentence());

        await StatusAsync(asset, "ready");
        using var shared = await contributor.Http.PostAsync($"/api/assets/{asset}/link", null);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync((await shared.ReadJsonAsync()).Text("url"))).StatusCode);
    }

    [Fact]
    public async Task Nor_while_it_is_not_understood_yet()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);

        // It is as good as refused at any moment: processing at first, a draft then.
        var asset = await contributor.UploadAsync(FreeMedia.PathOf("clip.mp4"));

        await (await contributor.Http.PostAsync($"{asset}/link", null)).ShouldBeProblemAsync(403, "not-allowed");
        await contributor.WaitUntilUnderstoodAsync(asset);
    }

    [Fact]
    public async Task A_link_rests_while_its_asset_is_a_draft()
    {
        var asset = (await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.webp"))).Id();
        using var shared = await app.Owner.Http.PostAsync($"/api/assets/{asset}/link", null);
        var url = (await shared.ReadJsonAsync()).Text("url");
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(url)).StatusCode);

        await StatusAsync(asset, "draft");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url)).StatusCode);
        await StatusAsync(asset, "ready");
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task What_all_share_is_the_editors_to_change()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var profile = await app.Owner.AddProfileAsync();
        var (own, others) = ((await contributor.AddAssetAsync(FreeMedia.PathOf("still.gif"))).Id(), await app.Owner.AddPictureAsync());
        var post = await contributor.AddPostAsync(profile, own);
        var label = (
            await contributor.ActAsync(
                new
                {
                    action = "label",
                    assetIds = new[] { own },
                    labels = new[] { "shared by all" },
                }
            )
        ).GetProperty("results")[0];
        Assert.Equal("done", label.Text("outcome"));
        var labelId = (await app.Owner.GetJsonAsync("/api/labels"))
            .GetProperty("items")
            .EnumerateArray()
            .Single(one => one.Text("name") == "shared by all")
            .GetProperty("id")
            .GetInt64();

        foreach (
            var answer in new[]
            {
                await contributor.TryAsync(post, "schedule", new { version = post.Number("version"), localTime = PlannedPost.LocalTime }),
                await contributor.TryAsync(post, "publish", new { }),
                await contributor.Http.PatchAsJsonAsync($"/api/labels/{labelId}", new { name = "renamed" }),
                await contributor.Http.DeleteAsync($"/api/labels/{labelId}"),
                await contributor.Http.PatchAsJsonAsync($"/api/profiles/{profile.Id()}", new { handle = "renamed" }),
                await contributor.Http.DeleteAsync($"/api/profiles/{profile.Id()}"),
                await contributor.Http.DeleteAsync("/api/trash"),
                await contributor.Http.PatchAsJsonAsync($"/api/assets/{others}", new { note = "mine now" }),
                await contributor.Http.PostAsync($"/api/assets/{others}/link", null),
                await contributor.Http.PostAsync($"/api/assets/{others}/retry", null),
                await contributor.Http.PostAsJsonAsync("/api/assets/actions", new { action = "restore", assetIds = new[] { others } }),
            }
        )
        {
            Assert.True(
                answer.StatusCode is HttpStatusCode.Forbidden,
                $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri}: {answer.StatusCode}"
            );
            answer.Dispose();
        }
    }

    private static Task<HttpResponseMessage> TryAsync(ApiUser contributor, Guid asset, string way) =>
        way switch
        {
            "delete" => contributor.Http.DeleteAsync($"/api/assets/{asset}"),
            "delete with force" => contributor.Http.DeleteAsync($"/api/assets/{asset}?force=true"),
            "act" => ActAsync(contributor, new { action = "delete", assetIds = new[] { asset } }),
            "act with force" => ActAsync(
                contributor,
                new
                {
                    action = "delete",
                    assetIds = new[] { asset },
                    force = true,
                }
            ),
            "act on a filter with force" => ActAsync(
                contributor,
                new
                {
                    action = "delete",
                    filter = new { search = $"{asset:n}" },
                    force = true,
                }
            ),
            "move" => ActAsync(
                contributor,
                new
                {
                    action = "move",
                    assetIds = new[] { asset },
                    groupId = Guid.NewGuid(),
                }
            ),
            "draft" => ActAsync(contributor, new { action = "draft", assetIds = new[] { asset } }),
            "status" => contributor.Http.PatchAsJsonAsync($"/api/assets/{asset}", new { status = "draft" }),
            _ => throw new ArgumentOutOfRangeException(nameof(way)),
        };

    private static Task<HttpResponseMessage> ActAsync(ApiUser contributor, object request) =>
        contributor.Http.PostAsJsonAsync("/api/assets/actions", request);

    /// <summary>Added by a contributor, accepted by an editor, and called by its id.</summary>
    private async Task<Guid> AcceptedAsync(ApiUser contributor)
    {
        var asset = (await contributor.AddAssetAsync(FreeMedia.PathOf("coast.jpg"))).Id();
        using var named = await contributor.Http.PatchAsJsonAsync($"/api/assets/{asset}", new { name = $"{asset:n}" });
        Assert.Equal(HttpStatusCode.OK, named.StatusCode);
        await StatusAsync(asset, "ready");
        return asset;
    }

    private async Task StatusAsync(Guid asset, string status)
    {
        using var answer = await app.Owner.Http.PatchAsJsonAsync($"/api/assets/{asset}", new { status });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
