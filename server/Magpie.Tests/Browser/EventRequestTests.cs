using System.Text.Json;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>What a change costs those who look at something else: nothing.</summary>
[Collection<BrowserTests>]
public sealed class EventRequestTests(SailingApp app, Chromium chromium) : IClassFixture<SailingApp>
{
    private const int Pauses = 10;

    [Fact]
    public async Task A_caption_that_saves_itself_costs_its_writer_the_saves_and_another_tab_with_the_library_nothing()
    {
        var asset = await app.AddPictureAsync("typed.jpg", null);
        var post = await app.DraftAsync("", asset);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("typed.jpg"));
        var tab = await window.OpenTabAsync();
        await tab.GotoAsync("/library");
        await window.SeeAsync(tab.Locator("[data-asset][aria-label^='typed.jpg,']"));
        await page.BringToFrontAsync();
        await OpenAsync(window, "typed.jpg");
        await SettledAsync(page, tab);
        var (writer, other) = (new RequestLog(page), new RequestLog(tab));

        var caption = page.GetByLabel("Caption", new() { Exact = true });
        for (var pause = 0; pause < Pauses; pause++)
        {
            await page.RunAndWaitForResponseAsync(() => caption.PressSequentiallyAsync("a"), answer => answer.Request.Method is "PATCH");
        }

        // The checklist is that of the version: the one answer that depends on what was written.
        string[] wanted =
        [
            .. Enumerable.Repeat($"PATCH /api/posts/{post}", Pauses),
            .. Enumerable.Repeat($"GET /api/posts/{post}/checklist", Pauses),
        ];
        await ApiUser.WaitForAsync(() => Task.FromResult(writer.All.Count), count => count >= wanted.Length);
        Assert.Empty(other.All);
        // Events come in their order: when the page has answered to this one, it has done with all before it.
        await app.SetNoteAsync(asset, "What comes last");
        await ApiUser.WaitForAsync(() => Task.FromResult(other.All.Count), count => count >= 2);
        Assert.Equal(["GET /api/assets", "GET /api/assets/summary"], other.All.Distinct().Order());
        Assert.Equal(wanted.Order(), writer.All.Take(wanted.Length).Order());
        await Assertions.Expect(caption).ToHaveValueAsync(new string('a', Pauses));
    }

    [Fact]
    public async Task The_calendar_behind_the_composer_shows_what_is_written_without_asking_and_so_does_another_tab_that_asks()
    {
        var asset = await app.AddPictureAsync("shown.jpg", null);
        var day = $"{DateTime.UtcNow.AddDays(40):yyyy-MM-dd}";
        var post = await app.DraftAsync("At first", asset, $"{day}T09:00");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        var address = $"/calendar?view=list&date={day}";
        await page.GotoAsync(address);
        var tab = await window.OpenTabAsync();
        await tab.GotoAsync(address);
        await window.SeeAsync(tab.GetByText("At first").First);
        await page.BringToFrontAsync();
        await page.GetByText("At first").First.ClickAsync();
        var caption = page.GetByLabel("Caption", new() { Exact = true });
        await Assertions.Expect(caption).ToHaveValueAsync("At first");
        await SettledAsync(page, tab);
        var writer = new RequestLog(page);

        await page.RunAndWaitForResponseAsync(() => caption.FillAsync("Seen everywhere"), answer => answer.Request.Method is "PATCH");

        await window.SeeAsync(page.Locator("main").GetByText("Seen everywhere").First);
        await window.SeeAsync(tab.GetByText("Seen everywhere").First);
        Assert.DoesNotContain("GET /api/posts", writer.All);
        Assert.DoesNotContain($"GET /api/posts/{post}", writer.All);
    }

    [Fact]
    public async Task Deleting_thirty_fresh_uploads_asks_for_none_of_them()
    {
        const int Many = 30;
        var folder = Directory.CreateTempSubdirectory("magpie-thirty-");
        for (var number = 0; number < Many; number++)
        {
            var shade = (byte)(8 * number);
            await File.WriteAllBytesAsync(
                Path.Combine(folder.FullName, $"thirty-{number}.png"),
                FlatColours.Png([(shade, 0, 0, 255), (0, shade, 0, 255), (0, 0, shade, 255), (shade, shade, shade, 255)])
            );
        }

        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=thirty-");
        await window.SeeAsync(window.Button("Upload"));
        await page.GetByLabel("Files to upload").SetInputFilesAsync([.. folder.EnumerateFiles().Select(file => file.FullName)]);
        await SeeCountAsync("q=thirty-&status=ready", Many);
        await window.SeeAsync(window.Tile("thirty-29.png"));
        await SettledAsync(page);
        var log = new RequestLog(page);

        await window.Tile("thirty-29.png").FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await window.SeeAsync(page.GetByText($"{Many} selected").First);
        await window.Button("Delete").ClickAsync();
        await window.Button("Move to trash").ClickAsync();
        await SeeCountAsync("q=thirty-", 0);
        await window.SeeNoMoreAsync(window.Tiles);
        await app.AddPictureAsync("thirty-first.jpg", null);
        await window.SeeAsync(window.Tile("thirty-first.jpg"));

        Assert.DoesNotContain(log.All, request => Guid.TryParse(request.Split('/')[^1], out _));
        folder.Delete(recursive: true);
    }

    private static async Task OpenAsync(Window window, string name)
    {
        await window.Tile(name).ClickAsync();
        await window.Page.GetByRole(AriaRole.Region, new() { Name = "Used in" }).GetByRole(AriaRole.Button).ClickAsync();
        await window.SeeAsync(window.Page.GetByLabel("Caption", new() { Exact = true }));
    }

    private Task<JsonElement> SeeCountAsync(string query, int count) =>
        ApiUser.WaitForAsync(
            () => app.Owner.GetJsonAsync($"/api/assets/summary?{query}"),
            answer => answer.GetProperty("total").GetInt32() == count
        );

    /// <summary>Until the pages have nothing more to ask; the stream of events goes on.</summary>
    private static async Task SettledAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
    }
}
