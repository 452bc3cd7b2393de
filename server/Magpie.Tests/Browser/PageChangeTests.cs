using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>What a page without documents owes to those who don't see it change: a title, the focus, and a word.</summary>
[Collection<BrowserTests>]
public sealed class PageChangeTests(PageTests.FilledApp app, Chromium chromium) : IClassFixture<PageTests.FilledApp>
{
    [Fact]
    public async Task The_title_names_the_page_what_is_searched_and_what_is_open()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var page = window.Page;
        foreach (
            var (path, title) in ((string, string)[])
                [
                    ("/library", "Library · Magpie"),
                    ("/library?q=coast", "coast · Library · Magpie"),
                    ("/posts", "Posts · Magpie"),
                    ("/trash", "Trash · Magpie"),
                    ("/settings", "Settings · Magpie"),
                    ("/settings/labels", "Labels · Magpie"),
                    ("/settings/profiles", "Social profiles · Magpie"),
                    ("/docs", "API reference · Magpie"),
                    ("/no-such-page", "Page not found · Magpie"),
                ]
        )
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page).ToHaveTitleAsync(title);
        }

        await page.GotoAsync("/calendar?view=month&date=2026-12-03");
        await Assertions.Expect(page).ToHaveTitleAsync("December 2026 · Calendar · Magpie");

        await page.GotoAsync("/library");
        await window.Tile("coast.jpg").ClickAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("coast.jpg · Library · Magpie");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page).ToHaveTitleAsync("Library · Magpie");
    }

    [Fact]
    public async Task Who_is_not_signed_in_has_titles_and_the_way_past_as_well()
    {
        await using var window = await Window.OpenAsync(chromium, app);
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);
        await window.Page.GotoAsync("/");
        await Assertions.Expect(window.Page).ToHaveTitleAsync("Sign in · Magpie");
        // It begins in its first field; from there the way past is before it.
        await Assertions.Expect(window.Page.GetByLabel("Email")).ToBeFocusedAsync();
        await window.Page.TabToAsync("a", "Skip to content", "Shift+Tab");
        await window.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_new_page_is_said_and_has_the_focus()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var page = window.Page;
        await page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("coast.jpg"));
        var main = page.GetByRole(AriaRole.Main);
        await Assertions.Expect(main).Not.ToBeFocusedAsync();

        var rail = page.GetByRole(AriaRole.Navigation, new() { Name = "Main navigation" });
        await rail.GetByRole(AriaRole.Link, new() { Name = "Posts" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await window.SeeAsync(page.GetByRole(AriaRole.Heading, new() { Name = "Posts", Exact = true }));
        await Assertions.Expect(main).ToBeFocusedAsync();
        await SeeSaidAsync(window, "Posts");

        await rail.GetByRole(AriaRole.Link, new() { Name = "Settings" }).ClickAsync();
        await Assertions.Expect(main).ToBeFocusedAsync();
        await SeeSaidAsync(window, "Settings");
        await page.GoBackAsync();
        await window.SeeAsync(page.GetByRole(AriaRole.Heading, new() { Name = "Posts", Exact = true }));
        await Assertions.Expect(main).ToBeFocusedAsync();
        await SeeSaidAsync(window, "Posts");
    }

    [Fact]
    public async Task What_only_filters_or_opens_leaves_the_focus_where_it_is()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var page = window.Page;
        await page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("coast.jpg"));
        var videos = page.GetByRole(AriaRole.Button, new() { Name = "Videos" });
        await videos.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("kind=video"));
        await window.SeeNoMoreAsync(window.Tile("coast.jpg"));
        await Assertions.Expect(videos).ToBeFocusedAsync();

        await window.Tile("clip.mp4").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Details of clip.mp4" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_first_stop_of_Tab_leads_past_the_rail()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var page = window.Page;
        foreach (var path in (string[])["/library", "/calendar", "/posts", "/trash", "/settings", "/docs"])
        {
            await page.GotoAsync(path);
            await window.SeeAsync(page.GetByRole(AriaRole.Main).First);
            var skip = page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" });
            await Assertions.Expect(skip).Not.ToBeInViewportAsync();
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(skip).ToBeFocusedAsync();
            await Assertions.Expect(skip).ToBeInViewportAsync();
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.GetByRole(AriaRole.Main).First).ToBeFocusedAsync();
        }
    }

    private static Task SeeSaidAsync(Window window, string name) =>
        window.SeeAsync(window.Page.GetByRole(AriaRole.Status).GetByText(name, new() { Exact = true }));
}
