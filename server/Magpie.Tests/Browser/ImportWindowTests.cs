using System.Net;
using System.Text.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Features.Imports;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

[Collection<BrowserTests>]
public sealed class ImportWindowTests(SharedImportApp app, Chromium chromium) : IClassFixture<SharedImportApp>
{
    [Fact]
    public async Task Several_addresses_go_at_once_and_what_failed_keeps_its_line_until_it_is_dismissed()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("animated.gif"));
        await window.Page.GotoAsync("/library");
        await window.Button("Import").ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Import from URL" }).ClickAsync();
        string[] urls =
        [
            app.Source.Media("alpha.png", "good.png"),
            app.Source.Status("gone.png", 404),
            app.Source.Media("animated.gif", "same.gif"),
        ];

        await Dialog(window).GetByLabel("Links").FillAsync(string.Join('\n', [.. urls, "http://media.example/a.jpg"]));
        await window.SeeAsync(Dialog(window).GetByText("can’t be imported. The link must start with https://."));
        await Assertions.Expect(Dialog(window).GetByRole(AriaRole.Button, new() { Name = "Import 4 files" })).ToBeDisabledAsync();
        await Dialog(window).GetByLabel("Links").FillAsync(string.Join('\n', urls));
        await Dialog(window).GetByRole(AriaRole.Button, new() { Name = "Import 3 files" }).ClickAsync();

        await window.SeeAsync(window.Tile("good.png"));
        await window.SeeAsync(Imports(window).GetByText("There’s no file at this link. Check it in a browser, then paste it again."));
        await window.SeeAsync(Imports(window).GetByText("Already in the library.", new() { Exact = true }));

        // Both are there after a reload too, until the one is decided about and the other tried again.
        await window.Page.ReloadAsync();
        await Imports(window).GetByRole(AriaRole.Button, new() { Name = "Delete copy" }).ClickAsync();
        await window.SeeNoMoreAsync(window.Tile("same.gif"));
        await window.Page.ReloadAsync();
        await window.SeeAsync(Imports(window).GetByText("1 file couldn’t be imported"));
        app.Source.Media("still.webp", "gone.png");
        await Imports(window).GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await window.SeeAsync(window.Tile("gone.png"));
        await window.SeeNoMoreAsync(Imports(window));
    }

    [Fact]
    public async Task The_bar_counts_all_there_are_and_none_as_failed_that_is_tried_again()
    {
        var (film, letGo) = (PaddedVideo.Of(4_000_000), new TaskCompletionSource());
        string[] urls =
        [
            app.Source.Media("still.gif", "counted/good.gif"),
            app.Source.Status("counted/gone.png", 404),
            app.Source.Page(
                "counted/film.mp4",
                async http =>
                {
                    http.Response.ContentLength = film.Length;
                    var sent = 0;
                    using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
                    for (; sent < 2_000_000 || !letGo.Task.IsCompleted; await beat.WaitForNextTickAsync(http.RequestAborted))
                    {
                        // Goes on as slowly as it must, but never stops.
                        var piece = sent < 2_000_000 ? 500_000 : 100;
                        await http.Response.Body.WriteAsync(film.AsMemory(sent, piece), http.RequestAborted);
                        sent += piece;
                    }

                    await http.Response.Body.WriteAsync(film.AsMemory(sent), http.RequestAborted);
                }
            ),
        ];
        var member = await app.AddMemberAsync(GroupRole.Editor);
        await using var window = await Window.OpenAsync(chromium, app, member);
        await window.Page.GotoAsync("/library");
        await window.Button("Import").ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Import from URL" }).ClickAsync();
        await Dialog(window).GetByLabel("Links").FillAsync(string.Join('\n', urls));
        // Two have ended before the page hears of any: they count all the same.
        var twoEnded = new TaskCompletionSource();
        await window.Page.RouteAsync(
            "**/api/imports?*",
            async route =>
            {
                await twoEnded.Task;
                await route.ContinueAsync();
            }
        );
        await Dialog(window).GetByRole(AriaRole.Button, new() { Name = "Import 3 files" }).ClickAsync();
        await ApiUser.WaitForAsync(
            () => member.GetJsonAsync("/api/imports"),
            list =>
                list.GetProperty("items").EnumerateArray().Count(one => one.GetProperty("endedAt").ValueKind is not JsonValueKind.Null) == 2
        );
        twoEnded.SetResult();

        await window.SeeAsync(Imports(window).GetByText("Importing 3 of 3"));
        await window.SeeAsync(Imports(window).GetByText("2.0 of 4.0 MB").First);
        await window.SeeAsync(Imports(window).GetByText("1 file failed"));
        await window.Button("Show imports").ClickAsync();
        await window.SeeAsync(Imports(window).Locator("[data-index]").GetByText("2.0 of 4.0 MB"));
        await window.Page.SeeAccessibleAsync("imports under way");

        var answer = new TaskCompletionSource();
        app.Source.Page(
            "counted/gone.png",
            async http =>
            {
                await answer.Task.WaitAsync(http.RequestAborted);
                await http.Response.Body.WriteAsync(FreeMedia.BytesOf("sixteen_bit.png"));
            }
        );
        await Imports(window).GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await window.SeeNoMoreAsync(Imports(window).GetByText("1 file failed"));
        await window.SeeAsync(Imports(window).GetByText("Importing 2 of 3"));
        answer.SetResult();
        letGo.SetResult();
        await window.SeeAsync(window.Tile("gone.png"));
        await window.SeeAsync(window.Tile("film.mp4"));
        await window.SeeNoMoreAsync(Imports(window));
    }

    [Fact]
    public async Task A_large_picture_and_a_large_video_are_shown_before_they_are_imported_and_what_cannot_be_says_why()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, Window.Phone, ColorScheme.Dark, still: true);
        await window.Page.GotoAsync("/library");
        await window.Button("Import").First.ClickAsync();
        await window.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Import from URL" }).ClickAsync();
        await Dialog(window).GetByLabel("Links").FillAsync(app.Source.Put("seen/large.jpg", await LargeMedia.PictureAsync()));
        await window.SeeAsync(Dialog(window).GetByAltText("Preview of large.jpg"));
        await Dialog(window).GetByLabel("Links").FillAsync(app.Source.PutInParts("seen/film.mp4", await LargeMedia.IndexLastAsync(), []));
        await window.SeeAsync(Dialog(window).GetByAltText("Preview of film.mp4"));
        await window.SeeAsync(Dialog(window).GetByText(" · 640 × 360 · 0:04"));
        await Dialog(window).GetByLabel("Links").FillAsync(app.Source.Put("seen/whole.mp4", await LargeMedia.IndexLastAsync()));
        await window.SeeAsync(
            Dialog(window).GetByText("No preview: it needs the end of the file, and this server doesn’t send files in parts.")
        );
        await window.Page.SeeAccessibleAsync("without a preview");
    }

    [Fact]
    public async Task An_address_that_cannot_be_imported_says_so_before_anything_is_imported()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        window.Expect("POST", "/api/imports/probe", HttpStatusCode.UnprocessableEntity);
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Button("Upload"));
        await window.Page.Keyboard.PressAsync("Control+k");
        await window.Page.GetByLabel("Type a command").FillAsync("import from");
        await window.Page.GetByRole(AriaRole.Option, new() { Name = "Import from URL" }).ClickAsync();
        await Dialog(window).GetByLabel("Links").FillAsync("https://192.168.0.1/a.jpg");
        await window.SeeAsync(
            Dialog(window).GetByText("This link can’t be imported. It must be public, use https and work without signing in.")
        );
        await Assertions.Expect(Dialog(window).GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true })).ToBeDisabledAsync();
        await window.Page.Keyboard.PressAsync("Escape");
        await window.SeeNoMoreAsync(Dialog(window));
    }

    private static ILocator Dialog(Window window) => window.Page.GetByRole(AriaRole.Dialog, new() { Name = "Import from URL" });

    private static ILocator Imports(Window window) => window.Page.GetByRole(AriaRole.Region, new() { Name = "Imports" });
}
