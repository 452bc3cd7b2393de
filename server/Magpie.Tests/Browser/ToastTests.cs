using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Short messages: there for as long as somebody is at them, and within reach of the keyboard.</summary>
[Collection<BrowserTests>]
public sealed class ToastTests(PageTests.FilledApp app, Chromium chromium) : IClassFixture<PageTests.FilledApp>
{
    [Fact]
    public async Task A_key_leads_to_Undo_and_back_and_nothing_goes_meanwhile()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("alpha.png"), "gone-and-back.png");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/library");
        await window.Tile("gone-and-back.png").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await window.Button("Move to trash").ClickAsync();
        var undo = window.Button("Undo");
        await window.SeeAsync(undo);
        await window.SeeNoMoreAsync(window.Tile("gone-and-back.png"));
        await window.SeeAsync(page.GetByRole(AriaRole.Status).GetByText("Moved to trash"));
        await page.SeeAccessibleAsync("a toast");
        await window.Tile("coast.jpg").FocusAsync();

        await page.Keyboard.PressAsync("F6");
        await Assertions.Expect(undo).ToBeFocusedAsync();
        await page.Clock.FastForwardAsync(120_000);
        await Assertions.Expect(undo).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Tile("coast.jpg")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("F6");
        await page.Keyboard.PressAsync("Enter");
        await window.SeeAsync(window.Tile("gone-and-back.png"));
        await Assertions.Expect(window.Tile("coast.jpg")).ToBeFocusedAsync();
        await window.SeeAsync("Undone");
        await page.Clock.FastForwardAsync(6000);
        await window.SeeNoMoreAsync(page.GetByText("Undone"));
    }

    [Fact]
    public async Task A_toast_waits_under_the_pointer()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("alpha.png"), "under-the-pointer.png");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/library");
        await window.Tile("under-the-pointer.png").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await window.Button("Move to trash").ClickAsync();
        await window.Button("Undo").HoverAsync();
        await page.Clock.FastForwardAsync(120_000);
        await window.SeeAsync(window.Button("Undo"));
        await page.Mouse.MoveAsync(700, 300);
        await page.Clock.FastForwardAsync(21_000);
        await window.SeeNoMoreAsync(window.Button("Undo"));
    }

    [Fact]
    public async Task A_failure_is_an_alert_and_stays_until_it_is_dismissed()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.RouteAsync("**/api/assets/actions", route => route.AbortAsync());
        await page.GotoAsync("/library");
        await window.Tile("coast.jpg").FocusAsync();
        await page.Keyboard.PressAsync("s");
        var alert = page.GetByRole(AriaRole.Region, new() { Name = "Notifications" }).GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToHaveCountAsync(1);
        // Over the viewer as well, which lets nobody at what is below it.
        await page.Keyboard.PressAsync(" ");
        await window.SeeAsync(page.Locator(".yarl__slide_current img"));
        await page.Clock.FastForwardAsync(120_000);
        await page.SeeAccessibleAsync("a failure over the viewer");
        await Assertions.Expect(alert).ToHaveCountAsync(1);
        await window.Button("Dismiss").ClickAsync();
        await window.SeeNoMoreAsync(alert);
    }
}
