using System.Net;
using System.Text.RegularExpressions;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Every page and state, light and dark, on a desk and on a phone: accessible, and nothing to complain of.</summary>
[Collection<BrowserTests>]
public sealed class PageTests(PageTests.FilledApp app, Chromium chromium) : IClassFixture<PageTests.FilledApp>
{
    [Theory]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    public async Task Every_page_and_state_is_accessible(bool desk, ColorScheme scheme)
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, desk ? Window.Desk : Window.Phone, scheme, still: true);
        window.Expect("POST", "/api/uploads", HttpStatusCode.UnsupportedMediaType);
        var page = window.Page;

        await page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("coast.jpg"));
        await page.SeeAccessibleAsync("library");
        await page.GetByRole(AriaRole.Button, new() { Name = "Status" }).ClickAsync();
        await page.GetByRole(AriaRole.Menu).WaitForAsync();
        await page.SeeAccessibleAsync("status menu");
        await page.Keyboard.PressAsync("Escape");
        await window.Tile("coast.jpg").ClickAsync(new() { Button = MouseButton.Right });
        await page.GetByRole(AriaRole.Menu).WaitForAsync();
        await page.SeeAccessibleAsync("context menu");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).ClickAsync();
        await window.SeeAsync("Delete coast.jpg?");
        await page.SeeAccessibleAsync("delete dialog");
        await window.Button("Cancel").ClickAsync();

        foreach (var name in (string[])["coast.jpg", "clip.mp4"])
        {
            await window.Tile(name).ClickAsync();
            await page.GetByRole(AriaRole.Dialog, new() { Name = $"Details of {name}" }).WaitForAsync();
            await page.SeeAccessibleAsync($"sheet of {name}");
            await SeeColourAsync(page.Locator("[data-sheet] [data-badge]").First);
            await page.GetByRole(AriaRole.Button, new() { Name = "Full screen", Exact = true }).ClickAsync();
            await window.SeeAsync(page.Locator(".yarl__slide_current"));
            await page.SeeAccessibleAsync($"viewer of {name}");
            await page.GotoAsync("/library");
        }

        await page.GotoAsync("/library?q=nothing-of-this-name");
        await window.SeeAsync("Clear filters");
        await page.SeeAccessibleAsync("nothing found");
        await page.GetByLabel("Files to upload").SetInputFilesAsync(FreeMedia.PathOf("refuse_text.jpg"));
        await window.SeeAsync(window.Button("Choose another file"));
        await page.SeeAccessibleAsync("failed upload");

        await page.GotoAsync("/library");
        await window.Button("Select").ClickAsync();
        await window.Tile("coast.jpg").ClickAsync();
        await page.GetByRole(AriaRole.Toolbar, new() { Name = "Selection" }).WaitForAsync();
        await page.SeeAccessibleAsync("selection");
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync("/trash");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Trash", Exact = true }).WaitForAsync();
        await page.SeeAccessibleAsync("trash");
        await page.GotoAsync("/settings/labels");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Labels" }).First.WaitForAsync();
        await page.SeeAccessibleAsync("labels");
        await page.GotoAsync("/settings/profiles");
        await window.SeeAsync("No profiles yet");
        await page.SeeAccessibleAsync("no profiles");
        await window.Button("Add a profile").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.SeeAccessibleAsync("add a profile");
        await window.Button("Cancel").ClickAsync();
        await page.GotoAsync("/settings");
        await window.SeeAsync("Access tokens");
        await page.SeeAccessibleAsync("settings");
        await window.Button("Account of Olga").ClickAsync();
        await page.GetByRole(AriaRole.Menu).WaitForAsync();
        await page.SeeAccessibleAsync("account menu");
        await page.Keyboard.PressAsync("Escape");
        await page.GotoAsync("/no-such-page");
        await window.SeeAsync("Page not found");
        await page.SeeAccessibleAsync("not found");
        await page.GotoAsync("/docs");
        await window.SeeAsync("/api/assets");
        await page.SeeAccessibleAsync("API reference");
    }

    [Fact]
    public async Task Search_tabs_and_status_live_in_the_address_and_go_back_and_forward()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var page = window.Page;
        await page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("coast.jpg"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Videos" }).ClickAsync();
        await window.SeeNoMoreAsync(window.Tile("coast.jpg"));
        Assert.Contains("kind=video", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Status" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemradio, new() { Name = "Failed" }).ClickAsync();
        await window.SeeAsync("No matching videos");
        await page.GoBackAsync();
        await window.SeeAsync(window.Tile("clip.mp4"));
        await page.GoBackAsync();
        await window.SeeAsync(window.Tile("coast.jpg"));
        await page.GoForwardAsync();
        await window.SeeNoMoreAsync(window.Tile("coast.jpg"));

        await page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("clip.mp4"));
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("COAS");
        await window.SeeNoMoreAsync(window.Tile("clip.mp4"));
        await window.SeeAsync(window.Tile("coast.jpg"));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/library\\?q=COAS$"));
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_opens_and_deletes_an_asset()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("alpha.png"), "by-keys.png");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var page = window.Page;
        await page.GotoAsync("/library?q=by-keys");
        await window.SeeAsync(window.Tile("by-keys.png"));

        for (
            var steps = 0;
            steps < 30 && !await page.EvaluateAsync<bool>("() => document.activeElement?.hasAttribute('data-asset') ?? false");
            steps++
        )
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Details of by-keys.png" }).WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Tile("by-keys.png")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync(" ");
        await window.SeeAsync(page.Locator(".yarl__slide_current img"));
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Tile("by-keys.png")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(window.Button("Move to trash")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await window.SeeNoMoreAsync(window.Tile("by-keys.png"));
    }

    [Fact]
    public async Task A_token_is_made_shown_once_and_revoked_and_signing_out_leads_to_the_door()
    {
        var other = app.NewVisitor();
        await other.SignInAsync(app.Owner.Email);
        await using var window = await Window.OpenAsync(chromium, app, other, still: true);
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);
        var page = window.Page;
        await page.GotoAsync("/settings");
        await window.Button("New token").ClickAsync();
        await page.SeeAccessibleAsync("new token");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Backup script");
        await window.Button("Create").ClickAsync();
        var token = await page.Locator("code").InnerTextAsync();
        await page.SeeAccessibleAsync("token shown");

        Assert.StartsWith("mgp_", token, StringComparison.Ordinal);
        var program = new ApiUser(app.Address, token);
        await program.GetJsonAsync("/api/assets");
        await window.Button("Done").ClickAsync();
        await page.ReloadAsync();
        await window.Button("Revoke Backup script").ClickAsync();
        await page.SeeAccessibleAsync("revoke");
        await window.Button("Revoke").ClickAsync();
        await window.SeeAsync("No tokens yet");
        using var refused = await program.Http.GetAsync("/api/assets");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        await window.Button("Account of Olga").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await window.SeeAsync(window.Button("Sign in"));
    }

    [Fact]
    public async Task A_phone_has_its_own_way_to_upload_look_and_close()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, Window.Phone);
        var page = window.Page;
        await page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("coast.jpg"));
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        await window.Button("Create or add").TapAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() =>
            page.GetByRole(AriaRole.Menuitem, new() { Name = "Upload" }).TapAsync()
        );
        await chooser.SetFilesAsync(FreeMedia.PathOf("animated.png"));
        await window.SeeAsync(window.Tile("animated.png"));
        await window.Tile("coast.jpg").TapAsync();
        var sheet = page.GetByRole(AriaRole.Dialog, new() { Name = "Details of coast.jpg" });
        await sheet.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Full screen", Exact = true }).TapAsync();
        await window.SeeAsync(page.Locator(".yarl__slide_current img"));
        await page.GoBackAsync();
        await window.SeeNoMoreAsync(page.Locator(".yarl__slide_current"));
    }

    /// <summary>It has a ground of its own: a colour that the build has lost leaves none.</summary>
    private static Task SeeColourAsync(ILocator mark) => Assertions.Expect(mark).Not.ToHaveCSSAsync("background-color", "rgba(0, 0, 0, 0)");

    public sealed class FilledApp(Shared<TestApp> shared) : SharedApp(shared)
    {
        protected override async Task PrepareAsync()
        {
            await Owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
            await Owner.AddAssetAsync(FreeMedia.PathOf("clip.mp4"));
        }
    }
}
