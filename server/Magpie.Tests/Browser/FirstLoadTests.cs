using System.Globalization;

namespace Magpie.Tests.Browser;

/// <summary>
/// What the running server sends a browser that comes for the first time, as it counts on the wire: packed, with the lines of HTTP/1.1.
/// </summary>
[Collection<BrowserTests>]
public sealed class FirstLoadTests(SailingApp app, Chromium chromium) : IClassFixture<SailingApp>
{
    [Fact]
    public async Task The_library_comes_in_few_and_small_answers()
    {
        await app.AddPictureAsync("first.jpg", null);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var load = await FirstLoad.WatchAsync(window.Page);
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Page.Locator("[data-asset][aria-label^='first.jpg,']"));
        // The bar of what the server fetches is the last to ask, once the library has been found.
        await load.SeeAsync("/api/imports");

        load.Describe();
        Assert.InRange(load.Scripts, 1, 180_000);
        Assert.InRange(load.Styles, 1, 25_000);
        Assert.InRange(load.Requests, 1, 15);
    }

    [Fact]
    public async Task The_calendar_takes_no_more_than_its_scripts_and_styles_may()
    {
        var day = DateTime.UtcNow.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await app.DraftAsync("First", null, $"{day}T09:00");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var load = await FirstLoad.WatchAsync(window.Page);
        await window.Page.GotoAsync($"/calendar?view=list&date={day}");
        await window.SeeAsync(window.Page.GetByText("First").First);
        await load.SeeAsync("/api/assets");

        load.Describe();
        // With the words of one language, and what says them.
        Assert.InRange(load.Scripts + load.Styles, 1, 300_000);
    }
}
