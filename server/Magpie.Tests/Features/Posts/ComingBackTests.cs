using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

public sealed class ComingBackTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_planned_post_that_was_deleted_comes_back_as_it_was()
    {
        var post = await PlannedPost.MakeAsync(app.Owner);

        using var deleted = await app.Owner.Http.DeleteAsync(post.Address);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await (await app.Owner.Http.GetAsync(post.Address)).ShouldBeProblemAsync(404, "not-found");
        var back = await RestoreAsync(post);

        Assert.Equal(
            ("scheduled", PlannedPost.LocalTime, "At the coast"),
            (back.GetProperty("state").GetString(), back.GetProperty("localTime").GetString(), back.GetProperty("caption").GetString())
        );
        Assert.Equal(post.AssetId, Assert.Single(back.GetProperty("assets").EnumerateArray()).GetProperty("assetId").GetGuid());
    }

    [Fact]
    public async Task A_planned_post_whose_media_went_to_the_trash_meanwhile_comes_back_as_a_draft()
    {
        var post = await PlannedPost.MakeAsync(app.Owner);

        await app.Owner.Http.DeleteAsync(post.Address);
        using var trashed = await app.Owner.Http.DeleteAsync($"/api/assets/{post.AssetId}");
        Assert.Equal(HttpStatusCode.NoContent, trashed.StatusCode);

        Assert.Equal("draft", (await RestoreAsync(post)).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_has_the_calendar_open_hears_of_posts_that_lost_their_media(bool many)
    {
        var post = await PlannedPost.MakeAsync(app.Owner);
        await using var stream = await app.Owner.Http.GetStreamAsync("/api/events");
        await using var events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());

        if (many)
        {
            await app.Owner.ActAsync(
                new
                {
                    action = "delete",
                    assetIds = new[] { post.AssetId },
                    force = true,
                }
            );
        }
        else
        {
            using var deleted = await app.Owner.Http.DeleteAsync($"/api/assets/{post.AssetId}?force=true");
            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        }

        while (!IsOfPosts(events.Current))
        {
            Assert.True(await events.MoveNextAsync(), "The stream ended.");
        }

        Assert.Equal("draft", (await app.Owner.GetJsonAsync(post.Address)).GetProperty("state").GetString());
    }

    private static bool IsOfPosts(SseItem<string> item) =>
        item.EventType is "change" && JsonDocument.Parse(item.Data).RootElement.GetProperty("kind").GetString() is "post";

    private async Task<JsonElement> RestoreAsync(PlannedPost post)
    {
        using var answer = await app.Owner.Http.PostAsync($"{post.Address}/restore", null);
        return await answer.ReadJsonAsync();
    }
}
