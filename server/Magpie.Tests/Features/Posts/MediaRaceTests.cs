using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

/// <summary>Whoever takes media away and whoever plans posts with them at the same time: one of them is told.</summary>
public sealed class MediaRaceTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const int Rounds = 12;

    [Fact]
    public async Task A_post_that_is_planned_holds_nothing_that_was_deleted_at_the_same_moment()
    {
        var profile = await app.Owner.AddProfileAsync("mastodon");
        for (var round = 0; round < Rounds; round++)
        {
            var asset = await app.Owner.AddPictureAsync();
            var post = await app.Owner.AddPostAsync(profile, asset);

            using var planned = app.Owner.TryAsync(post, "schedule", new { version = 0, localTime = PlannedPost.LocalTime });
            using var deleted = app.Owner.Http.DeleteAsync($"/api/assets/{asset}?force=true");
            await Task.WhenAll(planned, deleted);

            await IsNotPlannedWithoutMediaAsync(post);
        }
    }

    [Fact]
    public async Task A_planned_post_is_given_nothing_that_was_deleted_at_the_same_moment()
    {
        var profile = await app.Owner.AddProfileAsync("mastodon");
        var kept = await app.Owner.AddPictureAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var asset = await app.Owner.AddPictureAsync();
            var post = await app.Owner.ScheduleAsync(await app.Owner.AddPostAsync(profile, kept), PlannedPost.LocalTime);

            using var edited = app.Owner.Http.PatchAsJsonAsync(
                $"/api/posts/{post.Id()}",
                new { version = post.Number("version"), assets = new[] { new { assetId = kept }, new { assetId = asset } } }
            );
            using var deleted = app.Owner.Http.DeleteAsync($"/api/assets/{asset}");
            await Task.WhenAll(edited, deleted);

            await IsNotPlannedWithoutMediaAsync(post);
        }
    }

    [Fact]
    public async Task A_post_is_given_nothing_that_was_moved_to_another_group_at_the_same_moment()
    {
        var profile = await app.Owner.AddProfileAsync("mastodon");
        var group = await app.AddGroupAsync("Moved at the same moment");
        for (var round = 0; round < Rounds; round++)
        {
            var asset = await app.Owner.AddPictureAsync();

            using var made = app.Owner.Http.PostAsJsonAsync("/api/posts", new { profileId = profile.Id(), assetIds = new[] { asset } });
            await Task.WhenAll(
                made,
                app.Owner.ActAsync(
                    new
                    {
                        action = "move",
                        assetIds = new[] { asset },
                        groupId = group,
                    }
                )
            );

            var now = await app.Owner.GetJsonAsync($"/api/assets/{asset}");
            Assert.False(
                now.GetProperty("groupId").GetGuid() == group && now.GetProperty("posts").GetArrayLength() > 0,
                $"Moved, and held by a post: {now}"
            );
        }
    }

    private async Task IsNotPlannedWithoutMediaAsync(JsonElement post)
    {
        var now = await app.Owner.PostAsync(post);
        Assert.False(
            now.Text("state") is "scheduled"
                && now.GetProperty("assets").EnumerateArray().Any(held => held.GetProperty("trashed").GetBoolean()),
            $"Planned with what is in the trash: {now}"
        );
    }
}
