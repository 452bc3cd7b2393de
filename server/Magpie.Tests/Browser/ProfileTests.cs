using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Profiles from the first to the archive and back.</summary>
[Collection<BrowserTests>]
public sealed class ProfileTests(SharedApp app, Chromium chromium) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_post_asks_for_the_first_profile_which_is_changed_archived_and_brought_back()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library");
        await window.Tile("coast.jpg").FocusAsync();
        await page.Keyboard.PressAsync("p");
        await window.SeeAsync("Add a profile first");
        await page.SeeAccessibleAsync("no profile");
        await window.Button("Add a profile").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Bluesky" }).CheckAsync();
        await page.GetByLabel("Handle").FillAsync("@sails.example");
        await window.Button("Add").ClickAsync();

        // The composer goes on where it had to wait.
        await page.GetByRole(AriaRole.Dialog, new() { Name = "New post" }).WaitForAsync();
        await page.GetByLabel("Caption", new() { Exact = true }).FillAsync("Hello.");
        await window.Button("Save draft").ClickAsync();
        await window.SeeAsync("Draft saved");

        await page.GotoAsync("/settings/profiles");
        await window.Button("Edit @sails.example").ClickAsync();
        await page.GetByLabel("Display name (optional)").FillAsync("Sails");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Time zone" }).FillAsync("kolkata");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await window.Button("Choose picture").ClickAsync();
        await page.Locator("[data-choice]").First.ClickAsync();
        await window.Button("Select").ClickAsync();
        await page.SeeAccessibleAsync("edit a profile");
        await window.Button("Save").ClickAsync();
        await window.SeeAsync("Bluesky · @sails.example · Kolkata · 1 post");

        await window.Button("Archive Sails").ClickAsync();
        await window.SeeAsync("No active profiles");
        await page.SeeAccessibleAsync("archived");
        await window.Button("Restore").ClickAsync();
        await window.SeeAsync(window.Button("Archive Sails"));
    }
}
