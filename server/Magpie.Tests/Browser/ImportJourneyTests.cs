using Magpie.Tests.Features.Imports;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Into an empty library, by address only.</summary>
[Collection<BrowserTests>]
public sealed class ImportJourneyTests(SharedImportApp app, Chromium chromium) : IClassFixture<SharedImportApp>
{
    [Fact]
    public async Task A_person_looks_at_a_picture_names_it_and_imports_it_and_a_video_into_the_grid()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.GotoAsync("/library");
        await window.Button("Import from URL").ClickAsync(); // The door of an empty library.

        await Dialog(window).GetByLabel("Links").FillAsync(app.Source.Media("coast.jpg", "pictures/coast.jpg"));
        await window.SeeAsync(Dialog(window).GetByAltText("Preview of coast.jpg"));
        await window.SeeAsync(Dialog(window).GetByText("JPEG picture · image/jpeg · "));
        await Dialog(window).GetByLabel("Name").FillAsync("Coast in May.jpg");
        await Dialog(window).GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await window.SeeNoMoreAsync(Dialog(window));
        await window.SeeAsync(window.Tile("Coast in May.jpg"));

        await window.Button("Import").ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Import from URL" }).ClickAsync();
        await Dialog(window).GetByLabel("Links").FillAsync(app.Source.Media("clip.mp4"));
        await window.SeeAsync(Dialog(window).GetByText("MP4 video · video/mp4 · "));
        await window.SeeAsync(Dialog(window).GetByText(" · 0:0"));
        await window.SeeAsync(Dialog(window).GetByAltText("Preview of clip.mp4"));
        await window.Page.Keyboard.PressAsync("Control+Enter");
        await window.SeeAsync(window.Tile("clip.mp4"));
        await window.SeeNoMoreAsync(window.Page.Locator("[data-asset][aria-label$=processing]"));
        await window.SeeNoMoreAsync(Imports(window));

        await window.Tile("Coast in May.jpg").ClickAsync();
        await window.SeeAsync(
            window.Page.GetByRole(AriaRole.Link, new() { Name = app.Source.Page("pictures/coast.jpg", _ => Task.CompletedTask) })
        );
    }

    private static ILocator Dialog(Window window) => window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Import from URL" });

    private static ILocator Imports(Window window) => window.Page.GetByRole(AriaRole.Region, new() { Name = "Imports" });
}
