using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

/// <summary>Whoever does something with a profile that somebody else removes at the same moment is told, and nothing breaks.</summary>
public sealed class ProfileRaceTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const int Rounds = 12;

    [Fact]
    public async Task Of_several_who_remove_a_profile_at_once_one_does_and_the_others_find_none()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var profile = await app.Owner.AddProfileAsync("mastodon");

            var removed = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RemoveAsync(profile)));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], removed.Order());
        }
    }

    [Fact]
    public async Task A_post_that_is_written_while_its_profile_is_removed_has_one_or_is_refused()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var profile = await app.Owner.AddProfileAsync("mastodon");

            using var made = app.Owner.Http.PostAsJsonAsync("/api/posts", new { profileId = profile.Id() });
            var removing = RemoveAsync(profile);
            var (written, removed) = ((await made).StatusCode, await removing);

            Assert.Equal(HttpStatusCode.OK, removed);
            Assert.True(
                written
                    is HttpStatusCode.Created
                        or HttpStatusCode.NotFound
                        or HttpStatusCode.Conflict
                        or HttpStatusCode.UnprocessableEntity,
                $"{written}"
            );
            using var left = await app.Owner.Http.GetAsync($"/api/profiles/{profile.Id()}");
            Assert.Equal(written is HttpStatusCode.Created, left.StatusCode is HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_profile_that_is_changed_or_taken_back_while_it_is_removed_is_changed_or_not_there()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var profile = await app.Owner.AddProfileAsync("mastodon");

            var answers = await Task.WhenAll(
                app.Owner.Http.PatchAsJsonAsync($"/api/profiles/{profile.Id()}", new { displayName = "Another" }),
                app.Owner.Http.PostAsync($"/api/profiles/{profile.Id()}/restore", null),
                app.Owner.Http.DeleteAsync($"/api/profiles/{profile.Id()}"),
                app.Owner.Http.PatchAsJsonAsync($"/api/profiles/{profile.Id()}", new { timeZone = "Asia/Tokyo" }),
                app.Owner.Http.PostAsync($"/api/profiles/{profile.Id()}/restore", null)
            );

            Assert.All(
                answers,
                answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{answer.StatusCode}")
            );
        }
    }

    [Fact]
    public async Task Of_two_archived_profiles_of_one_account_that_are_taken_back_at_once_one_comes_back()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (first, handle) = await AddArchivedAsync();
            var (second, _) = await AddArchivedAsync(handle);

            var answers = await Task.WhenAll(
                new[] { first, second }.Select(profile => app.Owner.Http.PostAsync($"/api/profiles/{profile.Id()}/restore", null))
            );

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        }
    }

    private async Task<(JsonElement Profile, string Handle)> AddArchivedAsync(string? handle = null)
    {
        var profile = await app.Owner.AddProfileAsync("mastodon", handle: handle);
        await app.Owner.AddPostAsync(profile);
        Assert.Equal(HttpStatusCode.OK, await RemoveAsync(profile));
        return (profile, profile.Text("handle")!);
    }

    private async Task<HttpStatusCode> RemoveAsync(JsonElement profile)
    {
        using var answer = await app.Owner.Http.DeleteAsync($"/api/profiles/{profile.Id()}");
        return answer.StatusCode;
    }
}
