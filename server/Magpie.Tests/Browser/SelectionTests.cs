using System.Globalization;
using System.Text.RegularExpressions;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Two hundred assets at a time: by mouse, by keyboard alone, and flying by.</summary>
[Collection<BrowserTests>]
public sealed partial class SelectionTests(SelectionTests.ManyApp app, Chromium chromium) : IClassFixture<SelectionTests.ManyApp>
{
    private const int Many = 200,
        Others = 10;

    [Fact]
    public async Task A_rectangle_takes_two_hundred_which_are_labelled_starred_deleted_and_restored()
    {
        await StarNothingAsync();
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=sail");
        await window.SeeAsync(window.Tile("sail-199.webp"));

        await DragOverEverythingAsync(page);
        await SeeSelectedAsync(window, Many);
        await page.SeeAccessibleAsync("200 selected");

        await window.Button("Labels").ClickAsync();
        await page.GetByLabel("Add labels").FillAsync("Regatta");
        await page.Keyboard.PressAsync("Enter");
        await page.SeeAccessibleAsync("labels of many");
        await window.Button("Apply").ClickAsync();
        await SeeCountAsync("label=Regatta", Many);
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));

        await window.Button("Star").ClickAsync();
        await SeeCountAsync("starred=true", Many);

        await window.Button("Delete").ClickAsync();
        await window.SeeAsync($"Delete {Many} items?");
        await page.SeeAccessibleAsync("delete many");
        await window.Button("Move to trash").ClickAsync();
        await SeeCountAsync("", Others);
        await window.SeeNoMoreAsync(window.Tiles);

        await page.GetByText($"Moved {Many} items to trash")
            .Locator("xpath=ancestor::*[.//button][1]")
            .GetByRole(AriaRole.Button, new() { Name = "Undo" })
            .ClickAsync();
        await SeeCountAsync("label=Regatta&starred=true", Many);
        await window.SeeAsync(window.Tile("sail-199.webp"));
    }

    [Fact]
    public async Task The_keyboard_alone_selects_two_hundred_and_labels_stars_deletes_and_restores_them()
    {
        await StarNothingAsync();
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=sail");
        await window.SeeAsync(window.Tile("sail-199.webp"));

        await page.TabToAsync("[data-asset]");
        await page.Keyboard.PressAsync("x");
        await SeeSelectedAsync(window, 1);
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await SeeSelectedAsync(window, 3);
        await page.Keyboard.PressAsync("Shift+End");
        await SeeSelectedAsync(window, Many);
        await page.Keyboard.PressAsync("Escape");
        await SeeNothingSelectedAsync(window);
        await page.Keyboard.PressAsync("Control+a");
        await SeeSelectedAsync(window, Many);

        await page.Keyboard.PressAsync("l");
        await Assertions.Expect(page.GetByLabel("Add labels")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Harbour");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync("button", "Apply");
        await page.Keyboard.PressAsync("Enter");
        await window.SeeAsync($"Labelled {Many} items");
        await SeeCountAsync("label=Harbour", Many);
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));

        await page.Keyboard.PressAsync("s");
        await window.SeeAsync($"Starred {Many} items");
        await SeeCountAsync("starred=true", Many);

        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(window.Button("Move to trash")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await window.SeeAsync($"Moved {Many} items to trash");
        await SeeCountAsync("", Others);

        await page.GotoAsync("/trash");
        for (var there = Others; there < Many + Others; there = await TotalAsync(""))
        {
            // More are loaded while the page is read, so each round restores what is shown by then.
            await page.ReloadAsync();
            await window.SeeAsync(page.GetByText("Select all"));
            await page.TabToAsync("button", "Select all");
            await page.Keyboard.PressAsync("Enter");
            await page.TabToAsync("button", "Restore", "Shift+Tab");
            await page.Keyboard.PressAsync("Enter");
            // Two buttons side by side, Restore and Delete, have the text "RestoreDelete", which any case of "Restored" would find.
            await window.SeeAsync(page.GetByText(Restored()).First);
        }

        await SeeCountAsync("label=Harbour&starred=true", Many);
    }

    [Fact]
    public async Task Palette_help_and_a_full_trash_are_accessible()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await app.Owner.Http.DeleteAsync(await app.Owner.UploadAsync(FreeMedia.PathOf("alpha.png"), "gone.png"));
        await page.GotoAsync("/trash");
        await window.SeeAsync("gone.png");
        await page.SeeAccessibleAsync("trash with one");

        await page.GotoAsync("/library?q=sail");
        await window.SeeAsync(window.Tile("sail-199.webp"));
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.SeeAccessibleAsync("palette");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await window.SeeAsync("Keyboard shortcuts");
        await page.SeeAccessibleAsync("help");
    }

    [Fact]
    public async Task What_flies_by_keeps_its_placeholder_until_the_scrolling_rests()
    {
        await ApiUser.WaitUntilNoneIsLeftAsync(async () => Many - await TotalAsync("status=ready&q=sail"));
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, Window.Phone);
        var page = window.Page;
        await page.Clock.InstallAsync();
        await page.GotoAsync("/library?q=sail");
        await window.SeeAsync(PictureOf(page, "sail-199.webp"));
        // A leap to either end shows what is there, and the page knows it from then on.
        await page.EvaluateAsync("() => document.querySelector('[data-grid]').scrollTo(0, 1e6)");
        await window.SeeAsync(PictureOf(page, "sail-000.webp"));
        await page.EvaluateAsync("() => document.querySelector('[data-grid]').scrollTo(0, 0)");
        await window.SeeAsync(PictureOf(page, "sail-199.webp"));

        await StopClockAsync(page);
        await FlyToTheEndAsync(page);
        await window.SeeAsync(window.Tile("sail-000.webp"));
        await window.SeeNoMoreAsync(page.Locator("li:has([data-asset]) img"));

        await page.Clock.ResumeAsync();
        await window.SeeAsync(PictureOf(page, "sail-000.webp"));
        await window.SeeNoMoreAsync(page.Locator("li:has([data-asset]):not(:has(img))"));
    }

    private static ILocator PictureOf(IPage page, string name) => page.Locator($"li:has([data-asset][aria-label^=\"{name},\"]) img");

    /// <summary>So that the scrolling does not rest before it is looked at, however long that takes.</summary>
    private static async Task StopClockAsync(IPage page) =>
        await page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddMilliseconds(1000 + await page.EvaluateAsync<long>("() => Date.now()")));

    /// <summary>In ten frames of 16 ms, as the events say: how fast this machine draws them does not matter.</summary>
    private static async Task FlyToTheEndAsync(IPage page) =>
        await page.EvaluateAsync(
            """
            () => {
              const grid = document.querySelector('[data-grid]');
              const began = new Event('scroll').timeStamp;
              for (let frame = 1; frame <= 10; frame++) {
                grid.scrollTop = (frame / 10) * (grid.scrollHeight - grid.clientHeight);
                grid.dispatchEvent(Object.defineProperty(new Event('scroll'), 'timeStamp', { value: began + 16 * frame }));
              }
            }
            """
        );

    /// <summary>From beside the first tile to below the last one; the grid scrolls by itself while the mouse is at its edge.</summary>
    private static async Task DragOverEverythingAsync(IPage page)
    {
        var first = (await page.Locator("[data-asset]").First.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(first.X - 6, first.Y + 4);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(700, 500);
        await page.Mouse.MoveAsync(1425, 897);
        await page.WaitForFunctionAsync(
            """
            () => {
              const last = document.querySelector('[data-index="199"]');
              return last !== null && last.getBoundingClientRect().bottom <= innerHeight;
            }
            """
        );
        await page.Mouse.UpAsync();
    }

    private static Task SeeSelectedAsync(Window window, int count) =>
        window.SeeAsync(
            window
                .Page.GetByRole(AriaRole.Toolbar, new() { Name = "Selection" })
                .GetByText(string.Create(CultureInfo.InvariantCulture, $"{count} selected"), new() { Exact = true })
        );

    private static Task SeeNothingSelectedAsync(Window window) =>
        window.SeeNoMoreAsync(window.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Selection" }));

    /// <summary>Stars toggle, and the tests share a library.</summary>
    private async Task StarNothingAsync() => await app.Owner.ActAsync(new { action = "unstar", filter = new { } });

    private Task<int> SeeCountAsync(string filter, int count) => ApiUser.WaitForAsync(() => TotalAsync(filter), total => total == count);

    private async Task<int> TotalAsync(string filter) =>
        (await app.Owner.GetJsonAsync($"/api/assets/summary?{filter}")).GetProperty("total").GetInt32();

    [GeneratedRegex("^Restored ")]
    private static partial Regex Restored();

    public sealed class ManyApp(Shared<TestApp> shared) : SharedApp(shared)
    {
        protected override async Task PrepareAsync()
        {
            for (var n = 0; n < Others; n++)
            {
                await Owner.UploadAsync(FreeMedia.PathOf("alpha.png"), $"other-{n:d3}.png");
            }

            for (var n = 0; n < Many; n++)
            {
                await Owner.UploadAsync(FreeMedia.PathOf("still.webp"), $"sail-{n:d3}.webp");
            }
        }
    }
}
