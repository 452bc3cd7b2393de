using Magpie.Tests.Features.Posts;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>A vertical video, written once for a profile on each network.</summary>
[Collection<BrowserTests>]
public sealed class EveryNetworkTests(SharedApp app, Chromium chromium) : IClassFixture<SharedApp>
{
    private static readonly (string Network, string Title, string Surface)[] Networks =
    [
        ("instagram", "Instagram", "Instagram Reels"),
        ("tiktok", "TikTok", "TikTok videos"),
        ("facebook", "Facebook", "Facebook Reels"),
        ("x", "X", "X"),
        ("linkedin", "LinkedIn", "LinkedIn feed"),
        ("pinterest", "Pinterest", "Pinterest Pins"),
        ("youtube", "YouTube", "YouTube Shorts"),
        ("threads", "Threads", "Threads"),
        ("bluesky", "Bluesky", "Bluesky"),
        ("mastodon", "Mastodon", "Mastodon"),
    ];

    [Fact]
    public async Task A_vertical_video_gets_the_right_surface_and_the_right_checklist_on_every_network_and_is_saved()
    {
        var asset = (await app.Owner.AddAssetAsync(await DrawAsync())).Id();
        foreach (var (network, _, _) in Networks)
        {
            await app.Owner.AddProfileAsync(network);
        }

        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library");
        await window.Tile("tall.mp4").FocusAsync();
        await page.Keyboard.PressAsync("p");
        await window.Profile("· Instagram").WaitForAsync();
        foreach (var (_, title, _) in Networks)
        {
            if (await window.Profile($"· {title}").GetAttributeAsync("aria-pressed") is "false")
            {
                await window.Profile($"· {title}").ClickAsync();
            }
        }

        await page.GetByLabel("Caption", new() { Exact = true }).FillAsync("Tall");
        foreach (var (_, title, surface) in Networks)
        {
            await window.View(title).ClickAsync();
            await window.SeeAsync(page.GetByLabel("Post as").And(page.Locator($"[value='Best fit: {surface}']")));
            await window.SeeAsync(page.GetByRole(AriaRole.Heading, new() { Name = $"Preview · {surface}" }));
            var checklist = await page.GetByLabel("Checklist").InnerTextAsync();
            Assert.All(
                Networks.Where(other =>
                    other.Title != title && !surface.StartsWith(other.Title, StringComparison.Ordinal) && other.Title != "X"
                ),
                other => Assert.DoesNotContain(other.Title, checklist, StringComparison.Ordinal)
            );
        }

        await window.Button("Save draft").ClickAsync();
        await window.SeeAsync("Draft saved");
        var posts = (await app.Owner.GetJsonAsync($"/api/posts?asset={asset}")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Networks.Length, posts.Count);
        Assert.All(posts, post => Assert.Equal("Tall", post.Text("caption")));
    }

    private async Task<string> DrawAsync()
    {
        var path = Path.Combine(app.DataFolder, "tall.mp4");
        await Ffmpeg.RunAsync(
            "ffmpeg",
            [
                "-v",
                "error",
                "-y",
                .. "-f lavfi -i testsrc2=s=1080x1920:r=30 -f lavfi -i sine=f=440:r=48000".Split(' '),
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
        return path;
    }
}
