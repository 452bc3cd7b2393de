using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

public sealed class ProfileTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_profile_is_made_and_changed_field_by_field()
    {
        var picture = await app.Owner.AddPictureAsync();
        using var made = await app.Owner.Http.PostAsJsonAsync(
            "/api/profiles",
            new
            {
                network = "instagram",
                handle = " @Magpie ",
                displayName = "The Magpie",
                timeZone = "Europe/Berlin",
                surfaces = new[] { "instagram.reel" },
                pictureAssetId = picture,
            }
        );
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var profile = await made.ReadJsonAsync();
        Assert.Equal(
            ("Magpie", "The Magpie", "Europe/Berlin", 0),
            (profile.Text("handle"), profile.Text("displayName"), profile.Text("timeZone"), profile.Number("posts"))
        );
        Assert.Equal(picture, profile.GetProperty("picture").GetProperty("assetId").GetGuid());
        Assert.Equal(made.Headers.Location!.ToString(), $"/api/profiles/{profile.Id()}");

        var changed = await EditAsync(profile, new { displayName = (string?)null, pictureAssetId = (Guid?)null });
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null, "Magpie"),
            (changed.GetProperty("displayName").ValueKind, changed.GetProperty("picture").ValueKind, changed.Text("handle"))
        );
        changed = await EditAsync(profile, new { handle = "@magpies" });
        Assert.Equal(
            ("magpies", "Europe/Berlin", 1),
            (changed.Text("handle"), changed.Text("timeZone"), changed.GetProperty("surfaces").GetArrayLength())
        );
    }

    [Theory]
    [InlineData("""{"network":"instagram","handle":"  "}""", 422, "profile-handle")]
    [InlineData("""{"network":"instagram","handle":"a","timeZone":"Mars/Olympus"}""", 422, "time-zone")]
    [InlineData("""{"network":"instagram","handle":"a","surfaces":["tiktok.video"]}""", 422, "post-surface")]
    [InlineData("""{"network":"instagram","handle":"a","surfaces":["instagram.carousel_item"]}""", 422, "post-surface")]
    [InlineData("""{"network":"instagram","handle":"a","pictureAssetId":"0197f0a0-0000-7000-8000-000000000000"}""", 422, "profile-picture")]
    [InlineData("""{"network":"friendster","handle":"a"}""", 400, "invalid-request")]
    [InlineData("""{"handle":"a"}""", 400, "invalid-request")]
    [InlineData("""{"network":"instagram"}""", 400, "invalid-request")]
    public async Task A_wrong_profile_is_refused_with_a_sentence(string body, int status, string type)
    {
        using var answer = await app.Owner.Http.PostAsync(
            "/api/profiles",
            new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"))
        );

        await answer.ShouldBeProblemAsync(status, type);
    }

    [Fact]
    public async Task The_same_account_is_there_once_in_a_group_and_may_be_in_another()
    {
        var profile = await app.Owner.AddProfileAsync();
        var handle = profile.Text("handle")!;
        using var twice = await app.Owner.Http.PostAsJsonAsync("/api/profiles", new { network = "instagram", handle = "@" + handle });
        await twice.ShouldBeProblemAsync(409, "profile-exists");
        using var upper = await app.Owner.Http.PostAsJsonAsync(
            "/api/profiles",
            new { network = "instagram", handle = handle.ToUpperInvariant() }
        );
        await upper.ShouldBeProblemAsync(409, "profile-exists");

        await app.Owner.AddProfileAsync("tiktok", handle: handle);
        await app.Owner.AddProfileAsync(group: await app.AddGroupAsync("Other accounts"), handle: handle);
        var third = await app.Owner.AddProfileAsync();
        using var renamed = await app.Owner.Http.PatchAsJsonAsync($"/api/profiles/{third.Id()}", new { handle });
        await renamed.ShouldBeProblemAsync(409, "profile-exists");
    }

    [Fact]
    public async Task Of_many_who_make_the_same_profile_at_once_one_succeeds()
    {
        var handle = $"{Guid.NewGuid():n}";
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => app.Owner.Http.PostAsJsonAsync("/api/profiles", new { network = "x", handle }))
        );

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode is HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_profile_without_posts_goes_and_one_with_posts_is_archived_and_comes_back()
    {
        var (empty, used) = (await app.Owner.AddProfileAsync(), await app.Owner.AddProfileAsync());
        var post = await app.Owner.AddPostAsync(used);

        Assert.False(await RemoveAsync(empty));
        using var gone = await app.Owner.Http.GetAsync($"/api/profiles/{empty.Id()}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);

        Assert.True(await RemoveAsync(used));
        Assert.DoesNotContain(used.Id(), await IdsAsync(""));
        Assert.Contains(used.Id(), await IdsAsync("?archived=true"));
        using var refused = await app.Owner.Http.PostAsJsonAsync("/api/posts", new { profileId = used.Id() });
        await refused.ShouldBeProblemAsync(409, "profile-archived");
        Assert.True((await app.Owner.PostAsync(post)).GetProperty("profile").GetProperty("archived").GetBoolean());

        using var back = await app.Owner.Http.PostAsync($"/api/profiles/{used.Id()}/restore", null);
        Assert.Equal(JsonValueKind.Null, (await back.ReadJsonAsync()).GetProperty("archivedAt").ValueKind);
    }

    [Fact]
    public async Task A_profile_does_not_come_back_beside_one_that_took_its_place()
    {
        var old = await app.Owner.AddProfileAsync();
        await app.Owner.AddPostAsync(old);
        await RemoveAsync(old);
        await app.Owner.AddProfileAsync(handle: old.Text("handle"));

        using var back = await app.Owner.Http.PostAsync($"/api/profiles/{old.Id()}/restore", null);

        await back.ShouldBeProblemAsync(409, "profile-exists");
    }

    [Fact]
    public async Task In_another_time_zone_what_is_planned_shows_the_same_time()
    {
        var profile = await app.Owner.AddProfileAsync();
        var post = await app.Owner.AddPostAsync(profile, await app.Owner.AddPictureAsync("Waves"));
        post = await app.Owner.ScheduleAsync(post, "2031-07-03T09:00");
        Assert.Equal("2031-07-03T07:00:00Z", post.Text("scheduledAt"));
        var elsewhere = await app.Owner.AddPostAsync(
            new
            {
                profileId = profile.Id(),
                localTime = "2031-07-03T09:00",
                timeZone = "Asia/Kolkata",
            }
        );

        await EditAsync(profile, new { timeZone = "America/New_York" });

        post = await app.Owner.PostAsync(post);
        Assert.Equal(
            ("2031-07-03T09:00", "America/New_York", "2031-07-03T13:00:00Z", "scheduled"),
            (post.Text("localTime"), post.Text("timeZone"), post.Text("scheduledAt"), post.Text("state"))
        );
        Assert.Equal("2031-07-03T03:30:00Z", (await app.Owner.PostAsync(elsewhere)).Text("scheduledAt"));
    }

    private async Task<JsonElement> EditAsync(JsonElement profile, object request)
    {
        using var answer = await app.Owner.Http.PatchAsJsonAsync($"/api/profiles/{profile.Id()}", request);
        return await answer.ReadJsonAsync();
    }

    private async Task<bool> RemoveAsync(JsonElement profile)
    {
        using var answer = await app.Owner.Http.DeleteAsync($"/api/profiles/{profile.Id()}");
        return (await answer.ReadJsonAsync()).GetProperty("archived").GetBoolean();
    }

    private async Task<List<Guid>> IdsAsync(string query) =>
        [.. (await app.Owner.GetJsonAsync("/api/profiles" + query)).GetProperty("items").EnumerateArray().Select(profile => profile.Id())];
}
