using System.Net.Http.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

public sealed class WrongTimeTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("0001-01-01T00:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("2026-13-01T09:00")]
    [InlineData("2026-11-25T09:00Z")]
    [InlineData("tomorrow")]
    [InlineData("")]
    public async Task A_time_that_is_none_is_answered_with_how_one_looks(string localTime)
    {
        var post = await PlannedPost.MakeAsync(app.Owner);

        using var made = await app.Owner.Http.PatchAsJsonAsync(post.Address, new { version = post.Version, localTime });
        var problem = await made.ShouldBeProblemAsync(422, "local-time");
        Assert.Contains("2026-11-25T09:00", problem.Sentence(), StringComparison.Ordinal);

        await (
            await app.Owner.Http.GetAsync($"/api/posts?from={Uri.EscapeDataString(localTime)}&to=2999-01-01T00:00")
        ).ShouldBeProblemAsync(400, "range");
        await (
            await app.Owner.Http.GetAsync($"/api/posts?from=1970-01-01T00:00&to={Uri.EscapeDataString(localTime)}")
        ).ShouldBeProblemAsync(400, "range");
    }

    [Theory]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("Europe/../Europe/Berlin")]
    [InlineData("/usr/share/zoneinfo/Europe/Berlin")]
    [InlineData("Europe/Berlin\n")]
    [InlineData("/dev/null")]
    public async Task A_time_zone_is_a_name_and_never_a_path_to_a_file_of_the_server(string timeZone)
    {
        using var made = await app.Owner.Http.PostAsJsonAsync(
            "/api/profiles",
            new
            {
                network = "mastodon",
                handle = $"{Guid.NewGuid():n}",
                timeZone,
            }
        );

        await made.ShouldBeProblemAsync(422, "time-zone");
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/GMT+5")]
    [InlineData("America/Port-au-Prince")]
    [InlineData("America/Argentina/Buenos_Aires")]
    public async Task Zones_of_every_form_of_name_are_known(string timeZone)
    {
        using var made = await app.Owner.Http.PostAsJsonAsync(
            "/api/profiles",
            new
            {
                network = "mastodon",
                handle = $"{Guid.NewGuid():n}",
                timeZone,
            }
        );

        Assert.Equal(timeZone, (await made.ReadJsonAsync()).GetProperty("timeZone").GetString());
    }

    [Fact]
    public async Task Another_zone_alone_keeps_what_the_clock_shows()
    {
        var post = await PlannedPost.MakeAsync(app.Owner);

        using var answer = await app.Owner.Http.PatchAsJsonAsync(
            post.Address,
            new { version = post.Version, timeZone = "America/New_York" }
        );
        var moved = await answer.ReadJsonAsync();

        Assert.Equal(
            (PlannedPost.LocalTime, "America/New_York"),
            (moved.GetProperty("localTime").GetString(), moved.GetProperty("timeZone").GetString())
        );
        Assert.Equal(post.ScheduledAt.AddHours(6), moved.GetProperty("scheduledAt").GetDateTime());
    }
}
