using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Posts;

/// <summary>Where a post appears follows from its media, until a person chooses.</summary>
public sealed class SurfaceByMediaTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("instagram", "instagram.reel")]
    [InlineData("tiktok", "tiktok.video")]
    [InlineData("facebook", "facebook.reel")]
    [InlineData("x", "x.post")]
    [InlineData("linkedin", "linkedin.feed")]
    [InlineData("pinterest", "pinterest.pin")]
    [InlineData("youtube", "youtube.short")]
    [InlineData("threads", "threads.post")]
    [InlineData("bluesky", "bluesky.post")]
    [InlineData("mastodon", "mastodon.post")]
    public async Task A_vertical_video_goes_where_the_network_shows_vertical_videos(string network, string surface)
    {
        var video = await AddVideoAsync(1080, 1920);
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(network), video);

        Assert.Equal((surface, false), (post.Text("surface"), post.GetProperty("surfaceChosen").GetBoolean()));
        var checklist = await app.Owner.GetJsonAsync($"/api/posts/{post.Id()}/checklist");
        Assert.DoesNotContain(
            checklist.GetProperty("items").EnumerateArray(),
            line => line.Text("level") == "required" && line.Text("code") is not "titleMissing"
        );
    }

    [Fact]
    public async Task A_wide_video_is_no_short()
    {
        var video = await AddVideoAsync(1920, 1080);
        Assert.Equal("youtube.video", (await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync("youtube"), video)).Text("surface"));
    }

    [Fact]
    public async Task The_surface_of_an_empty_post_follows_from_what_is_added_to_it_and_from_another_profile()
    {
        var video = await AddVideoAsync(1080, 1920);
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync());
        Assert.Equal("instagram.feed", post.Text("surface"));

        post = await EditAsync(post, new { version = 0, assets = Strip(video) });
        Assert.Equal("instagram.reel", post.Text("surface"));

        var youtube = await app.Owner.AddProfileAsync("youtube");
        post = await EditAsync(post, new { version = 1, profileId = youtube.Id() });
        Assert.Equal("youtube.short", post.Text("surface"));
    }

    [Fact]
    public async Task What_a_person_chose_stays_until_they_let_it_go()
    {
        var (picture, video) = (await app.Owner.AddPictureAsync(), await AddVideoAsync(1080, 1920));
        var post = await app.Owner.AddPostAsync(await app.Owner.AddProfileAsync(), picture);

        post = await EditAsync(post, new { version = 0, surface = "instagram.story" });
        Assert.True(post.GetProperty("surfaceChosen").GetBoolean());
        post = await EditAsync(post, new { version = 1, assets = Strip(video) });
        Assert.Equal("instagram.story", post.Text("surface"));

        post = await EditAsync(post, new { version = 2, surface = (string?)null });
        Assert.Equal(("instagram.reel", false), (post.Text("surface"), post.GetProperty("surfaceChosen").GetBoolean()));
    }

    [Fact]
    public async Task What_is_only_a_part_of_a_post_says_so_and_is_never_suggested()
    {
        var surfaces = (await app.Owner.GetJsonAsync("/api/surfaces")).EnumerateArray().ToList();
        var parts = surfaces.Where(surface => !surface.GetProperty("standsAlone").GetBoolean()).Select(surface => surface.Text("key"));
        Assert.Equal(["instagram.carousel_item", "youtube.thumbnail"], parts);
    }

    private Task<JsonElement> EditAsync(JsonElement post, object request) => app.Owner.EditPostAsync(post, request);

    private static object[] Strip(params Guid[] assets) => [.. assets.Select(assetId => new { assetId })];

    private async Task<Guid> AddVideoAsync(int width, int height)
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, $"{width}x{height}.mp4");
        await Ffmpeg.RunAsync(
            "ffmpeg",
            [
                "-v",
                "error",
                .. Picture(width, height),
                .. Sound,
                "-t",
                "4",
                "-pix_fmt",
                "yuv420p",
                "-preset",
                "ultrafast",
                "-shortest",
                path,
            ]
        );
        return (await app.Owner.AddAssetAsync(path)).Id();

        static string[] Picture(int width, int height) => ["-f", "lavfi", "-i", $"testsrc2=s={width}x{height}:r=30"];
    }

    private static string[] Sound => ["-f", "lavfi", "-i", "sine=f=440:r=48000"];
}
