using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Billing;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

public sealed class SchedulingTests(SharedApp app, SchedulingTests.FreePlan few)
    : IClassFixture<SharedApp>,
        IClassFixture<SchedulingTests.FreePlan>
{
    [Fact]
    public async Task A_planned_post_keeps_its_wall_time_and_its_moment_follows_from_the_zone()
    {
        var post = await ReadyAsync();
        var winter = await app.Owner.ScheduleAsync(post, "2031-03-29T09:00");
        Assert.Equal(
            ("scheduled", "2031-03-29T09:00", "2031-03-29T08:00:00Z"),
            (winter.Text("state"), winter.Text("localTime"), winter.Text("scheduledAt"))
        );

        var summer = await app.Owner.ScheduleAsync(winter, "2031-03-30T09:00");
        Assert.Equal(("2031-03-30T09:00", "2031-03-30T07:00:00Z"), (summer.Text("localTime"), summer.Text("scheduledAt")));
        Assert.Empty(summer.GetProperty("notices").EnumerateArray());

        var missing = await app.Owner.ScheduleAsync(summer, "2031-03-30T02:30");
        Assert.Equal("2031-03-30T03:30", missing.Text("localTime"));
        Assert.Contains("does not exist", missing.GetProperty("notices")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_or_not_ready_is_not_planned_and_the_checklist_says_why()
    {
        var post = await ReadyAsync();
        using var past = await app.Owner.TryAsync(
            post,
            "schedule",
            new { version = post.Number("version"), localTime = "2021-03-29T09:00" }
        );
        await past.ShouldBeProblemAsync(422, "time-past");

        using var timeless = await app.Owner.TryAsync(post, "schedule", new { version = post.Number("version") });
        await timeless.ShouldBeProblemAsync(400, "invalid-request");
        using var nobody = await app.Owner.TryAsync(post, "duplicate", new { });
        await nobody.ShouldBeProblemAsync(400, "invalid-request");

        var empty = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync());
        using var refused = await app.Owner.TryAsync(
            empty,
            "schedule",
            new { version = empty.Number("version"), localTime = "2031-03-29T09:00" }
        );
        var problem = await refused.ShouldBeProblemAsync(422, "post-not-ready");
        Assert.Contains(
            problem.GetProperty("checklist").EnumerateArray(),
            line => line.Text("level") == "required" && line.Text("change") is { Length: > 0 }
        );
        Assert.False((await app.Owner.GetJsonAsync($"/api/posts/{empty.Id()}/checklist")).GetProperty("ready").GetBoolean());
        Assert.Equal("draft", (await app.Owner.PostAsync(empty)).Text("state"));

        var planned = await app.Owner.ScheduleAsync(post, "2031-03-29T09:00");
        using var emptied = await app.Owner.Http.PatchAsJsonAsync(
            $"/api/posts/{post.Id()}",
            new { version = planned.Number("version"), assets = Array.Empty<object>() }
        );
        await emptied.ShouldBeProblemAsync(422, "post-not-ready");
        Assert.Single((await app.Owner.PostAsync(post)).GetProperty("assets").EnumerateArray());
    }

    [Fact]
    public async Task A_published_post_is_locked_and_its_address_can_still_be_written_down()
    {
        var post = await app.Owner.ScheduleAsync(await ReadyAsync(), "2031-03-29T09:00");
        using var wrong = await app.Owner.TryAsync(post, "publish", new { url = "javascript:alert(1)" });
        await wrong.ShouldBeProblemAsync(422, "web-address");
        var published = await app.Owner.DoAsync(post, "publish", new { });
        Assert.Equal(("published", false), (published.Text("state"), published.GetProperty("editable").GetBoolean()));
        var linked = await app.Owner.DoAsync(published, "publish", new { url = "https://instagram.example/p/1" });
        Assert.Equal(
            ("https://instagram.example/p/1", published.Text("publishedAt")),
            (linked.Text("publishedUrl"), linked.Text("publishedAt"))
        );

        using var edited = await app.Owner.Http.PatchAsJsonAsync(
            $"/api/posts/{post.Id()}",
            new { version = linked.Number("version"), caption = "Something else" }
        );
        await edited.ShouldBeProblemAsync(409, "post-published");
        using var moved = await app.Owner.TryAsync(
            post,
            "schedule",
            new { version = linked.Number("version"), localTime = "2031-04-29T09:00" }
        );
        await moved.ShouldBeProblemAsync(409, "post-published");
        using var snoozed = await app.Owner.TryAsync(post, "snooze", new { minutes = 10 });
        await snoozed.ShouldBeProblemAsync(409, "post-published");
    }

    [Fact]
    public async Task Planned_posts_count_in_their_month_until_the_plan_is_full_and_drafts_never_do()
    {
        var owner = await few.AddOwnerAsync();
        var profile = await owner.AddProfileAsync();
        var picture = await owner.AddPictureAsync();
        var posts = new List<JsonElement>();
        for (var i = 0; i < 4; i++)
        {
            posts.Add(await owner.AddPostAsync(profile, picture));
        }

        Assert.Equal(0, (await owner.GetJsonAsync("/api/posts/counts?month=2031-05")).Number("used"));
        var first = await owner.ScheduleAsync(posts[0], "2031-05-01T00:00");
        await owner.ScheduleAsync(posts[1], "2031-05-31T23:45");
        var counts = await owner.GetJsonAsync("/api/posts/counts?month=2031-05");
        Assert.Equal((2, 2), (counts.Number("used"), counts.Number("limit")));
        using var full = await owner.TryAsync(posts[2], "schedule", new { version = 0, localTime = "2031-05-10T09:00" });
        Assert.Contains("May 2031", (await full.ShouldBeProblemAsync(422, "posts-full")).Sentence(), StringComparison.Ordinal);
        await owner.ScheduleAsync(posts[2], "2031-06-01T09:00");

        await owner.DoAsync(first, "unschedule", new { version = first.Number("version") });
        await owner.ScheduleAsync(posts[3], "2031-05-10T09:00");
    }

    [Fact]
    public async Task Of_many_who_plan_at_once_only_as_many_get_in_as_the_month_has_room()
    {
        var owner = await few.AddOwnerAsync();
        var profile = await owner.AddProfileAsync();
        var picture = await owner.AddPictureAsync();
        var posts = new List<JsonElement>();
        for (var i = 0; i < 6; i++)
        {
            posts.Add(await owner.AddPostAsync(profile, picture));
        }

        var answers = await Task.WhenAll(
            posts.Select(post => owner.TryAsync(post, "schedule", new { version = 0, localTime = "2031-05-10T09:00" }))
        );

        Assert.Equal(2, answers.Count(answer => answer.StatusCode is HttpStatusCode.OK));
        Assert.Equal(2, (await owner.GetJsonAsync("/api/posts/counts?month=2031-05")).Number("used"));
    }

    [Fact]
    public async Task Lists_are_narrowed_by_time_profile_state_and_text_and_go_on_by_cursor()
    {
        var (one, other) = (await app.Owner.AddProfileAsync(), await app.Owner.AddProfileAsync("x", "America/New_York"));
        var picture = await app.Owner.AddPictureAsync();
        var early = await app.Owner.AddPostAsync(
            new
            {
                profileId = one.Id(),
                caption = "100% Waves_1",
                localTime = "2040-01-31T23:59",
                assetIds = new[] { picture },
            }
        );
        var late = await app.Owner.AddPostAsync(
            new
            {
                profileId = other.Id(),
                caption = "Dunes",
                localTime = "2040-02-01T00:00",
                assetIds = new[] { picture },
            }
        );

        Assert.Equal([early.Id()], await app.Owner.PostIdsAsync("?from=2040-01-01T00:00&to=2040-02-01T00:00"));
        Assert.Equal([early.Id(), late.Id()], await app.Owner.PostIdsAsync("?from=2040-01-01T00:00&to=2040-02-02T00:00"));
        Assert.Equal([late.Id()], await app.Owner.PostIdsAsync($"?from=2040-01-01T00:00&to=2040-02-02T00:00&profile={other.Id()}"));
        Assert.Equal([early.Id()], await app.Owner.PostIdsAsync("?q=WAVES_1"));
        Assert.Equal([early.Id()], await app.Owner.PostIdsAsync("?q=100%25"));
        Assert.DoesNotContain(late.Id(), await app.Owner.PostIdsAsync("?q=_"));
        Assert.Empty(await app.Owner.PostIdsAsync($"?profile={one.Id()}&status=scheduled&status=missed"));
        Assert.Equal([late.Id(), early.Id()], await app.Owner.PostIdsAsync($"?asset={picture}"));

        var page = await app.Owner.GetJsonAsync($"/api/posts?profile={one.Id()}&profile={other.Id()}&limit=1");
        Assert.Equal(late.Id(), page.GetProperty("items")[0].Id());
        Assert.Equal(
            [early.Id()],
            await app.Owner.PostIdsAsync($"?profile={one.Id()}&profile={other.Id()}&limit=1&cursor={page.Text("nextCursor")}")
        );
        using var half = await app.Owner.Http.GetAsync("/api/posts?from=2040-01-01T00:00");
        await half.ShouldBeProblemAsync(400, "range");
        using var large = await app.Owner.Http.GetAsync("/api/posts?limit=201");
        await large.ShouldBeProblemAsync(400, "limit");
        Assert.Equal([early.Id()], await app.Owner.PostIdsAsync("?from=2040-01-01T00:00&to=2040-02-01T00:00&limit=201"));
    }

    [Fact]
    public async Task Media_of_a_planned_post_are_used_and_are_deleted_only_on_purpose()
    {
        var profile = await app.Owner.AddProfileAsync("tiktok");
        var video = (await app.Owner.AddAssetAsync(FreeMedia.PathOf("clip.mp4"))).Id();
        Assert.Contains(video, await AssetsAsync("?usage=unused"));
        var post = await app.Owner.AddPostAsync(
            new
            {
                profileId = profile.Id(),
                assetIds = new[] { video },
                localTime = "2031-05-10T09:00",
            }
        );
        Assert.Contains(video, await AssetsAsync($"?usage=used&profile={profile.Id()}"));
        Assert.Contains(video, await AssetsAsync("?status=tiktok"));
        Assert.DoesNotContain(video, await AssetsAsync("?usage=unused"));
        var listed = Assert.Single((await app.Owner.GetJsonAsync($"/api/assets/{video}")).GetProperty("posts").EnumerateArray());
        Assert.Equal(
            (post.Id(), "tiktok", "draft", "2031-05-10T09:00"),
            (listed.Id(), listed.Text("network"), listed.Text("state"), listed.Text("localTime"))
        );

        using var refused = await app.Owner.Http.DeleteAsync($"/api/assets/{video}");
        var problem = await refused.ShouldBeProblemAsync(409, "held-by-posts");
        Assert.Equal("2031-05-10T09:00", problem.GetProperty("posts")[0].Text("localTime"));
        using var forced = await app.Owner.Http.DeleteAsync($"/api/assets/{video}?force=true");
        Assert.Equal(HttpStatusCode.NoContent, forced.StatusCode);
        Assert.True((await app.Owner.PostAsync(post)).GetProperty("assets")[0].GetProperty("trashed").GetBoolean());
    }

    [Fact]
    public async Task Each_verb_is_refused_to_those_who_may_not()
    {
        var profile = await app.Owner.AddProfileAsync();
        var post = await app.Owner.AddPostAsync(profile, await app.Owner.AddPictureAsync());
        (string Method, string Address, object? Body)[] verbs =
        [
            ("POST", "/api/posts", new { profileId = profile.Id() }),
            ("PATCH", $"/api/posts/{post.Id()}", new { version = 0, caption = "Mine" }),
            ("DELETE", $"/api/posts/{post.Id()}", null),
            ("POST", $"/api/posts/{post.Id()}/schedule", new { version = 0, localTime = "2031-05-10T09:00" }),
            ("POST", $"/api/posts/{post.Id()}/unschedule", new { version = 0 }),
            ("POST", $"/api/posts/{post.Id()}/publish", new { }),
            ("POST", $"/api/posts/{post.Id()}/snooze", new { minutes = 5 }),
            ("POST", $"/api/posts/{post.Id()}/duplicate", new { profileIds = new[] { profile.Id() } }),
            ("PATCH", $"/api/profiles/{profile.Id()}", new { displayName = "Mine" }),
            ("DELETE", $"/api/profiles/{profile.Id()}", null),
        ];
        (string Method, string Address, object? Body)[] looks =
        [
            ("GET", $"/api/posts/{post.Id()}", null),
            ("GET", $"/api/posts/{post.Id()}/checklist", null),
            ("GET", $"/api/posts/{post.Id()}/assets/0/file", null),
            ("GET", $"/api/profiles/{profile.Id()}", null),
        ];
        var stranger = await app.AddStrangerAsync();
        var (viewer, contributor) = (await app.AddMemberAsync(GroupRole.Viewer), await app.AddMemberAsync(GroupRole.Contributor));
        foreach (var (method, address, body) in verbs)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app.NewVisitor(), method, address, body));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, method, address, body));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(viewer, method, address, body));
        }

        foreach (var (method, address, body) in verbs[1..7])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(contributor, method, address, body));
        }

        foreach (var (method, address, body) in looks)
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(stranger, method, address, body));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(viewer, method, address, body));
        }

        var own = await contributor.AddPostAsync(profile);
        Assert.Equal(
            HttpStatusCode.OK,
            await StatusAsync(contributor, "PATCH", $"/api/posts/{own.Id()}", new { version = 0, caption = "Mine" })
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await StatusAsync(contributor, "POST", $"/api/posts/{own.Id()}/schedule", new { version = 1, localTime = "2031-05-10T09:00" })
        );
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(app.Owner, "GET", $"/api/posts?group={Guid.NewGuid()}", null));
    }

    private async Task<JsonElement> ReadyAsync() =>
        await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), await app.Owner.AddPictureAsync("Ready"));

    private async Task<List<Guid>> AssetsAsync(string query) =>
        [.. (await app.Owner.GetJsonAsync("/api/assets" + query)).GetProperty("items").EnumerateArray().Select(asset => asset.Id())];

    private static async Task<HttpStatusCode> StatusAsync(ApiUser visitor, string method, string address, object? body)
    {
        using var request = new HttpRequestMessage(new(method), address) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await visitor.Http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Two posts a month.</summary>
    public sealed class FreePlan : TestApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [.. Enum.GetNames<PlanName>().Select(plan => KeyValuePair.Create($"Magpie:Plans:{plan}:PostsPerMonth", "2"))];
    }
}
