using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

public sealed class PostSetTests(SharedApp app, SchedulingTests.FreePlan few)
    : IClassFixture<SharedApp>,
        IClassFixture<SchedulingTests.FreePlan>
{
    private const string Morning = "2031-07-03T09:00";

    [Fact]
    public async Task Posts_that_were_made_together_are_found_together_and_each_is_a_row_of_its_own()
    {
        var (set, posts) = await MakeAsync(app.Owner, "instagram", "tiktok");
        var alone = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync());

        var found = await SetOfAsync(app.Owner, posts[1]);

        Assert.Equal(posts.Select(post => post.Id()), found.Select(post => post.Id()));
        Assert.All(found, post => Assert.Equal(set, post.GetProperty("setId").GetGuid()));
        Assert.Equal(alone.Id(), alone.GetProperty("setId").GetGuid());
        Assert.Equal([alone.Id()], (await SetOfAsync(app.Owner, alone)).Select(post => post.Id()));
        await app.Owner.EditPostAsync(posts[0], new { version = 0, caption = "Only here" });
        Assert.Equal("Three words here", (await app.Owner.PostAsync(posts[1])).Text("caption"));
    }

    [Fact]
    public async Task A_post_remembers_what_it_does_not_share()
    {
        var (_, posts) = await MakeAsync(app.Owner, "instagram", "x");
        var own = await app.Owner.EditPostAsync(
            posts[0],
            new
            {
                version = 0,
                caption = "Mine",
                own = (string[])["time", "caption", "caption"],
            }
        );

        Assert.Equal("caption time", Own(own));
        Assert.Equal("caption time", Own(await app.Owner.EditPostAsync(own, new { version = 1, title = "T" })));
        Assert.Equal("", Own(await app.Owner.EditPostAsync(own, new { version = 2, own = Array.Empty<string>() })));
        using var unknown = await app.Owner.Http.PatchAsJsonAsync(
            $"/api/posts/{own.Id()}",
            new { version = 3, own = (string[])["colour"] }
        );
        await unknown.ShouldBeProblemAsync(400, "invalid-request");
    }

    [Fact]
    public async Task A_set_has_one_post_on_each_profile_also_when_two_members_add_it_at_once()
    {
        var (set, posts) = await MakeAsync(app.Owner, "instagram");
        var profile = await app.Owner.AddProfileAsync("tiktok");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => app.Owner.Http.PostAsJsonAsync("/api/posts", new { profileId = profile.Id(), setId = set }))
        );

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        await answers.First(answer => answer.StatusCode is HttpStatusCode.Conflict).ShouldBeProblemAsync(409, "post-in-set");
        var both = await SetOfAsync(app.Owner, posts[0]);
        Assert.Equal(2, both.Count);
        using var moved = await app.Owner.Http.PatchAsJsonAsync(
            $"/api/posts/{posts[0].Id()}",
            new { version = 0, profileId = profile.Id() }
        );
        await moved.ShouldBeProblemAsync(409, "post-in-set");
    }

    [Fact]
    public async Task A_deleted_post_leaves_its_set_to_the_others_and_comes_back_into_it_unless_its_place_is_taken()
    {
        var (set, posts) = await MakeAsync(app.Owner, "instagram", "tiktok");
        await DeleteAsync(posts[1]);
        Assert.Single(await SetOfAsync(app.Owner, posts[0]));

        var back = await app.Owner.DoAsync(posts[1], "restore", new { });
        Assert.Equal(set, back.GetProperty("setId").GetGuid());

        await DeleteAsync(posts[1]);
        await app.Owner.AddPostAsync(new { profileId = posts[1].GetProperty("profile").Id(), setId = set });
        back = await app.Owner.DoAsync(posts[1], "restore", new { });
        Assert.Equal(back.Id(), back.GetProperty("setId").GetGuid());
    }

    [Fact]
    public async Task The_set_of_another_group_cannot_be_seen_or_joined()
    {
        var (set, posts) = await MakeAsync(app.Owner, "instagram");
        var stranger = await app.AddOwnerAsync();

        using var seen = await stranger.Http.GetAsync($"/api/posts/{posts[0].Id()}/set");
        await seen.ShouldBeProblemAsync(404, "not-found");
        using var joined = await stranger.Http.PostAsJsonAsync(
            "/api/posts",
            new { profileId = (await stranger.AddProfileAsync()).Id(), setId = set }
        );
        await joined.ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_set_is_planned_as_a_whole_or_not_at_all_and_what_is_not_ready_is_named()
    {
        var (set, posts) = await MakeAsync(app.Owner, "instagram", "x");
        var empty = await app.Owner.AddPostAsync(new { profileId = (await app.Owner.AddProfileAsync()).Id(), setId = set });

        using var refused = await ScheduleAsync(app.Owner, [.. posts, empty]);

        var problem = await refused.ShouldBeProblemAsync(422, "post-not-ready");
        var open = Assert.Single(problem.GetProperty("posts").EnumerateArray());
        Assert.Equal((empty.Id(), problem.Number("count")), (open.GetProperty("postId").GetGuid(), open.Number("count")));
        Assert.All(await SetOfAsync(app.Owner, empty), post => Assert.Equal(("draft", 0), (post.Text("state"), post.Number("version"))));

        using var planned = await ScheduleAsync(app.Owner, posts);
        var items = (await planned.ReadJsonAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(posts.Select(post => post.Id()), items.Select(post => post.Id()));
        Assert.All(items, post => Assert.Equal(("scheduled", Morning), (post.Text("state"), post.Text("localTime"))));

        using var stale = await UnscheduleAsync(app.Owner, [items[0], posts[1]]);
        await stale.ShouldBeProblemAsync(409, "post-changed");
        Assert.Equal("scheduled", (await app.Owner.PostAsync(posts[0])).Text("state"));
        using var drafts = await UnscheduleAsync(app.Owner, items);
        Assert.All(
            (await drafts.ReadJsonAsync()).GetProperty("items").EnumerateArray(),
            post => Assert.Equal(("draft", Morning), (post.Text("state"), post.Text("localTime")))
        );
    }

    [Fact]
    public async Task A_set_that_the_month_has_no_room_for_is_not_planned_in_part()
    {
        var owner = await few.AddOwnerAsync();
        var (_, posts) = await MakeAsync(owner, "instagram", "x", "threads");

        using var full = await ScheduleAsync(owner, posts);
        await full.ShouldBeProblemAsync(422, "posts-full");
        Assert.Equal(0, (await owner.GetJsonAsync("/api/posts/counts?month=2031-07")).Number("used"));

        using var two = await ScheduleAsync(owner, posts[..2]);
        await two.ReadJsonAsync();
        Assert.Equal(2, (await owner.GetJsonAsync("/api/posts/counts?month=2031-07")).Number("used"));
    }

    [Fact]
    public async Task Who_may_not_plan_plans_no_set_and_nobody_plans_posts_of_two_groups_at_once()
    {
        var (_, posts) = await MakeAsync(app.Owner, "instagram");
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        using var forbidden = await ScheduleAsync(contributor, posts);
        await forbidden.ShouldBeProblemAsync(403, "not-allowed");
        var (_, others) = await MakeAsync(await app.AddOwnerAsync(), "instagram");
        using var unseen = await ScheduleAsync(app.Owner, [.. posts, .. others]);
        await unseen.ShouldBeProblemAsync(404, "not-found");
        using var none = await ScheduleAsync(app.Owner, []);
        await none.ShouldBeProblemAsync(400, "invalid-request");
        Assert.Equal("draft", (await app.Owner.PostAsync(posts[0])).Text("state"));
    }

    [Fact]
    public async Task A_preview_says_what_a_post_would_be_and_keeps_nothing()
    {
        var picture = await app.Owner.AddPictureAsync("The note");
        var profile = await app.Owner.AddProfileAsync();
        var request = new
        {
            profileId = profile.Id(),
            assets = (object[])[new { assetId = picture, altText = "A coast" }],
            localTime = Morning,
        };

        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/posts/preview", request);

        var preview = await answer.ReadJsonAsync();
        var post = preview.GetProperty("post");
        Assert.Equal(("The note", "instagram.feed", Morning), (post.Text("caption"), post.Text("surface"), post.Text("localTime")));
        Assert.Equal(("A coast", ""), (post.GetProperty("assets")[0].Text("altText"), post.GetProperty("assets")[0].Text("fileUrl")));
        Assert.True(preview.GetProperty("checklist").GetProperty("ready").GetBoolean());
        Assert.Empty(await app.Owner.PostIdsAsync($"?profile={profile.Id()}"));
        Assert.Equal("unused", await UsageOfAsync(picture));
        var kept = await app.Owner.AddPostAsync(request);
        Assert.Equal("A coast", kept.GetProperty("assets")[0].Text("altText"));
    }

    private static async Task<(Guid Set, List<JsonElement> Posts)> MakeAsync(ApiUser member, params string[] networks)
    {
        var (set, picture) = (Guid.CreateVersion7(), await member.AddPictureAsync());
        var posts = new List<JsonElement>();
        foreach (var network in networks)
        {
            posts.Add(
                await member.AddPostAsync(
                    new
                    {
                        profileId = (await member.AddProfileAsync(network)).Id(),
                        assetIds = new[] { picture },
                        caption = "Three words here",
                        setId = set,
                    }
                )
            );
        }

        return (set, posts);
    }

    private static async Task<List<JsonElement>> SetOfAsync(ApiUser member, JsonElement post) =>
        [.. (await member.GetJsonAsync($"/api/posts/{post.Id()}/set")).GetProperty("items").EnumerateArray()];

    private static Task<HttpResponseMessage> ScheduleAsync(ApiUser member, IReadOnlyList<JsonElement> posts) =>
        member.Http.PostAsJsonAsync(
            "/api/posts/schedule",
            new
            {
                posts = posts.Select(post => new
                {
                    postId = post.Id(),
                    version = post.Number("version"),
                    localTime = Morning,
                }),
            }
        );

    private static Task<HttpResponseMessage> UnscheduleAsync(ApiUser member, IReadOnlyList<JsonElement> posts) =>
        member.Http.PostAsJsonAsync(
            "/api/posts/unschedule",
            new { posts = posts.Select(post => new { postId = post.Id(), version = post.Number("version") }) }
        );

    private async Task DeleteAsync(JsonElement post)
    {
        using var answer = await app.Owner.Http.DeleteAsync($"/api/posts/{post.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<string> UsageOfAsync(Guid asset) =>
        (await app.Owner.GetJsonAsync("/api/assets?usage=unused&limit=200"))
            .GetProperty("items")
            .EnumerateArray()
            .Any(one => one.Id() == asset)
            ? "unused"
            : "used";

    private static string Own(JsonElement post) =>
        string.Join(' ', post.GetProperty("own").EnumerateArray().Select(part => part.GetString()));
}
