using System.Net;
using System.Net.Http.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

public sealed class WritingTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_post_made_of_an_asset_begins_with_its_note_and_the_first_surface_that_takes_it()
    {
        var asset = await app.Owner.AddPictureAsync("Waves at *dusk* 🌊");

        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), asset);

        Assert.Equal(("draft", "Waves at *dusk* 🌊", "instagram.feed"), (post.Text("state"), post.Text("caption"), post.Text("surface")));
        Assert.Equal(asset, Assert.Single(post.GetProperty("assets").EnumerateArray()).GetProperty("assetId").GetGuid());
        var video = (await app.Owner.AddAssetAsync(FreeMedia.PathOf("clip.mp4"))).Id();
        Assert.Equal("tiktok.video", (await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync("tiktok"), video)).Text("surface"));
    }

    [Fact]
    public async Task A_caption_that_somebody_wrote_stays_and_an_empty_one_takes_the_first_note()
    {
        var (first, second) = (await app.Owner.AddPictureAsync("The first"), await app.Owner.AddPictureAsync("The second"));
        var profile = await app.Owner.AddProfileAsync();
        var written = await app.Owner.AddPostAsync(
            new
            {
                profileId = profile.Id(),
                caption = "My own",
                assetIds = new[] { first },
            }
        );
        Assert.Equal("My own", written.Text("caption"));

        var empty = await app.Owner.AddPostAsync(profile);
        Assert.Equal("", empty.Text("caption"));
        var filled = await app.Owner.EditPostAsync(empty, new { version = empty.Number("version"), assets = Strip(first, second) });
        Assert.Equal("The first", filled.Text("caption"));
        var turned = await app.Owner.EditPostAsync(filled, new { version = filled.Number("version"), assets = Strip(second, first) });
        Assert.Equal("The first", turned.Text("caption"));
    }

    [Fact]
    public async Task Note_and_caption_go_their_own_ways_from_then_on()
    {
        var asset = await app.Owner.AddPictureAsync("The note");
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), asset);

        await app.Owner.EditPostAsync(post, new { version = post.Number("version"), caption = "The caption" });
        Assert.Equal("The note", (await app.Owner.GetJsonAsync($"/api/assets/{asset}")).Text("note"));

        using var noted = await app.Owner.Http.PatchAsJsonAsync($"/api/assets/{asset}", new { note = "Another note" });
        await noted.ReadJsonAsync();
        var now = await app.Owner.PostAsync(post);
        Assert.Equal(("The caption", "Another note"), (now.Text("caption"), now.GetProperty("assets")[0].Text("note")));
    }

    [Fact]
    public async Task Who_saves_an_older_version_gets_the_post_as_it_is_and_overwrites_nothing()
    {
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync());
        var colleague = await app.AddMemberAsync(GroupRole.Editor);
        await colleague.EditPostAsync(post, new { version = post.Number("version"), caption = "Mia's" });

        using var late = await app.Owner.Http.PatchAsJsonAsync(
            $"/api/posts/{post.Id()}",
            new { version = post.Number("version"), caption = "Olga's" }
        );

        var problem = await late.ShouldBeProblemAsync(409, "post-changed");
        Assert.Equal("Mia just changed this post. Review their version, then save again.", problem.Sentence());
        Assert.Equal("Mia", problem.Text("who"));
        Assert.Equal(
            ("Mia's", 1),
            (problem.GetProperty("post").Text("caption"), problem.GetProperty("post").Number("version") - post.Number("version"))
        );
        Assert.Equal("Mia's", (await app.Owner.PostAsync(post)).Text("caption"));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_wins()
    {
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), await app.Owner.AddPictureAsync());
        var asset = post.GetProperty("assets")[0].GetProperty("assetId").GetGuid();

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    app.Owner.Http.PatchAsJsonAsync(
                        $"/api/posts/{post.Id()}",
                        new
                        {
                            version = post.Number("version"),
                            caption = $"{i}",
                            assets = Strip(asset),
                        }
                    )
                )
        );

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
        Assert.Single((await app.Owner.PostAsync(post)).GetProperty("assets").EnumerateArray());
    }

    [Fact]
    public async Task Left_out_stays_and_null_takes_away()
    {
        var profile = await app.Owner.AddProfileAsync();
        var post = await app.Owner.AddPostAsync(
            new
            {
                profileId = profile.Id(),
                caption = "Hi",
                title = "T",
                firstComment = "C",
                localTime = "2031-07-03T09:00",
            }
        );
        post = await app.Owner.EditPostAsync(post, new { version = post.Number("version"), surface = "instagram.story" });
        Assert.Equal(
            ("Hi", "T", "C", "2031-07-03T09:00", "instagram.story"),
            (post.Text("caption"), post.Text("title"), post.Text("firstComment"), post.Text("localTime"), post.Text("surface"))
        );

        post = await app.Owner.EditPostAsync(
            post,
            new
            {
                version = post.Number("version"),
                title = (string?)null,
                firstComment = (string?)null,
                localTime = (string?)null,
            }
        );
        Assert.Equal(
            ("Hi", null, null, null, null),
            (post.Text("caption"), post.Text("title"), post.Text("firstComment"), post.Text("localTime"), post.Text("scheduledAt"))
        );
    }

    [Theory]
    [InlineData("""{"version":0,"surface":"tiktok.video"}""", 422, "post-surface")]
    [InlineData("""{"version":0,"localTime":"tomorrow"}""", 422, "local-time")]
    [InlineData("""{"version":0,"localTime":"2031-07-03T09:00","timeZone":"Mars/Olympus"}""", 422, "time-zone")]
    [InlineData("""{"version":0,"assets":[{"assetId":"0197f0a0-0000-7000-8000-000000000000"}]}""", 422, "post-media")]
    [InlineData("""{"version":0,"assets":[{"assetId":"ASSET","crop":{"x":0.5,"y":0,"width":0.6,"height":1}}]}""", 422, "crop-invalid")]
    [InlineData("""{"version":0,"assets":[{"assetId":"ASSET","trim":{"start":0,"end":1}}]}""", 422, "trim-invalid")]
    [InlineData("""{"version":0,"assets":[null]}""", 400, "invalid-request")]
    [InlineData("""{"caption":"no version"}""", 400, "invalid-request")]
    public async Task A_wrong_change_is_refused_with_a_sentence_and_changes_nothing(string body, int status, string type)
    {
        var asset = (await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"))).Id();
        var post = await app.Owner.AddPostAsync(new { profileId = (await app.Owner.AddProfileAsync()).Id(), caption = "Hi" });
        using var answer = await app.Owner.Http.PatchAsync(
            $"/api/posts/{post.Id()}",
            new StringContent(
                body.Replace("ASSET", $"{asset}", StringComparison.Ordinal),
                new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")
            )
        );

        await answer.ShouldBeProblemAsync(status, type);
        Assert.Equal(post.Number("version"), (await app.Owner.PostAsync(post)).Number("version"));
    }

    [Fact]
    public async Task Media_of_another_group_cannot_be_put_into_a_post()
    {
        var stranger = await app.AddStrangerAsync();
        var theirs = await stranger.AddPictureAsync();
        var profile = await app.Owner.AddProfileAsync();

        using var answer = await app.Owner.Http.PostAsJsonAsync(
            "/api/posts",
            new { profileId = profile.Id(), assetIds = new[] { theirs } }
        );

        await answer.ShouldBeProblemAsync(422, "post-media");
    }

    [Fact]
    public async Task Duplicates_are_drafts_of_their_own_with_their_own_caption_and_crop()
    {
        var (berlin, tokyo) = (await app.Owner.AddProfileAsync(), await app.Owner.AddProfileAsync("x", "Asia/Tokyo"));
        var post = await app.Owner.AddPostAsync(
            new
            {
                profileId = berlin.Id(),
                caption = "Hi",
                assetIds = new[] { await app.Owner.AddPictureAsync() },
                localTime = "2031-07-03T09:00",
            }
        );
        var asset = post.GetProperty("assets")[0].GetProperty("assetId").GetGuid();
        post = await app.Owner.EditPostAsync(
            post,
            new
            {
                version = post.Number("version"),
                assets = new[]
                {
                    new
                    {
                        assetId = asset,
                        crop = new
                        {
                            x = 0,
                            y = 0,
                            width = 0.5,
                            height = 1,
                        },
                    },
                },
            }
        );

        var copies = (await app.Owner.DoAsync(post, "duplicate", new { profileIds = new[] { berlin.Id(), tokyo.Id() }, keepTime = true }))
            .GetProperty("items")
            .EnumerateArray()
            .ToList();

        Assert.Equal([berlin.Id(), tokyo.Id()], copies.Select(copy => copy.GetProperty("profile").Id()));
        Assert.All(
            copies,
            copy =>
                Assert.Equal(
                    ("draft", "Hi", 0.5, "2031-07-03T09:00"),
                    (
                        copy.Text("state"),
                        copy.Text("caption"),
                        copy.GetProperty("assets")[0].GetProperty("crop").GetProperty("width").GetDouble(),
                        copy.Text("localTime")
                    )
                )
        );
        Assert.Equal(("x.post", "Asia/Tokyo"), (copies[1].Text("surface"), copies[1].Text("timeZone")));

        await app.Owner.EditPostAsync(
            copies[1],
            new
            {
                version = copies[1].Number("version"),
                caption = "Hello",
                assets = Strip(asset),
            }
        );
        var original = await app.Owner.PostAsync(post);
        Assert.Equal(
            ("Hi", 0.5),
            (original.Text("caption"), original.GetProperty("assets")[0].GetProperty("crop").GetProperty("width").GetDouble())
        );
    }

    [Fact]
    public async Task A_deleted_post_lets_go_of_its_media_and_comes_back_with_them()
    {
        var asset = await app.Owner.AddPictureAsync("Waves");
        var post = await app.Owner.ScheduleAsync(
            await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), asset),
            "2031-07-03T09:00"
        );
        using var deleted = await app.Owner.Http.DeleteAsync($"/api/posts/{post.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var again = await app.Owner.Http.DeleteAsync($"/api/posts/{post.Id()}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.DoesNotContain(post.Id(), await app.Owner.PostIdsAsync(""));
        Assert.Contains(post.Id(), await app.Owner.PostIdsAsync("?deleted=true"));
        Assert.Empty((await app.Owner.GetJsonAsync($"/api/assets/{asset}")).GetProperty("posts").EnumerateArray());

        var back = await app.Owner.DoAsync(post, "restore", new { });
        Assert.Equal(("scheduled", "Waves", "2031-07-03T09:00"), (back.Text("state"), back.Text("caption"), back.Text("localTime")));
        Assert.Equal(asset, Assert.Single(back.GetProperty("assets").EnumerateArray()).GetProperty("assetId").GetGuid());
        Assert.Equal(
            post.Id(),
            Assert.Single((await app.Owner.GetJsonAsync($"/api/assets/{asset}")).GetProperty("posts").EnumerateArray()).Id()
        );
    }

    private static object[] Strip(params Guid[] assets) => [.. assets.Select(assetId => new { assetId })];
}
