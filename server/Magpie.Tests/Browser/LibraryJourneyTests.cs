using System.Net;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>From an empty server to a full library and back, as one person goes.</summary>
[Collection<BrowserTests>]
public sealed class LibraryJourneyTests(LibraryJourneyTests.EmptyApp app, Chromium chromium) : IClassFixture<LibraryJourneyTests.EmptyApp>
{
    private static readonly string[] Kept =
    [
        "alpha.png",
        "animated.gif",
        "animated.png",
        "animated.webp",
        "clip.mp4",
        "cmyk.jpg",
        "coast.jpg",
        "display_p3.jpg",
        "hevc.mov",
        "index_last.mp4",
        "odd_size.webm",
        "orientation_6.jpg",
        "phone_gps.jpg",
        "progressive.jpg",
        "silent.MP4",
        "still.webp",
        "Über den Wolken 🌤 (1).JPG",
    ];

    private static readonly string[] Refused = ["refuse_text.jpg", "refuse_audio_only.mp4", "refuse_empty.jpg"];

    [Fact]
    public async Task A_person_sets_up_signs_in_drops_twenty_files_looks_at_them_and_deletes_one()
    {
        await using var window = await Window.OpenAsync(chromium, app);
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);
        window.Expect("POST", "/api/uploads", HttpStatusCode.UnprocessableEntity);
        window.Expect("POST", "/api/uploads", HttpStatusCode.UnsupportedMediaType);

        await SetUpAndSignInAgainAsync(window);
        var owner = app.NewVisitor();
        await owner.SignInAsync();

        await window.DropAsync([.. Kept.Concat(Refused).Select(FreeMedia.PathOf)]);
        await SeeUploadsAsync(window);
        await SeeGridFilledAsync(window);
        await LookAtPicturesAsync(window);
        await WatchVideoAsync(window, owner);
        await DeleteAsync(window, owner);
    }

    private static async Task SetUpAndSignInAgainAsync(Window window)
    {
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByLabel("Your name").FillAsync("Olga");
        await page.GetByLabel("Email").FillAsync(TestApp.OwnerEmail);
        await page.Locator("input[type=password]").FillAsync(TestApp.OwnerPassword);
        await window.Button("Create account").ClickAsync();
        await window.SeeAsync("Add photos and videos to Main");

        await window.Button("Account of Olga").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await page.GetByLabel("Email").FillAsync(TestApp.OwnerEmail);
        await page.Locator("input[type=password]").FillAsync(TestApp.OwnerPassword);
        await window.Button("Sign in").ClickAsync();
        await window.SeeAsync("Add photos and videos to Main");
    }

    private static async Task SeeUploadsAsync(Window window)
    {
        await window.SeeAsync(window.Uploads.GetByText("3 uploads failed"));
        await window.SeeAsync(window.Uploads.GetByText("This file is empty. Export it and upload it again."));
        await window.SeeAsync(
            window.Uploads.GetByText("Magpie doesn’t support the format of refuse_text.jpg. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.")
        );
        await window.SeeAsync(window.Uploads.GetByText("refuse_audio_only.mp4 has sound but no picture."));

        // In the place of one that failed, another file.
        var line = window.Uploads.Locator("[data-index]").Filter(new() { HasText = "refuse_text.jpg" });
        var chooser = await window.Page.RunAndWaitForFileChooserAsync(() =>
            line.GetByRole(AriaRole.Button, new() { Name = "Choose another file" }).ClickAsync()
        );
        await chooser.SetFilesAsync(FreeMedia.PathOf("still.gif"));
        await window.SeeAsync(window.Uploads.GetByText("2 uploads failed"));
        await window.Button("Dismiss").ClickAsync();
        await window.SeeNoMoreAsync(window.Uploads);
    }

    private static async Task SeeGridFilledAsync(Window window)
    {
        await Assertions.Expect(window.Tiles).ToHaveCountAsync(Kept.Length + 1);
        await window.SeeNoMoreAsync(window.Page.Locator("[data-asset][aria-label$=processing]"));
        await window.Page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('[data-grid] li > img')].length >= 18 && "
                + "[...document.querySelectorAll('[data-grid] li > img')].every((i) => i.naturalWidth > 0)"
        );
    }

    private static async Task LookAtPicturesAsync(Window window)
    {
        var page = window.Page;
        await window.Tile("coast.jpg").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Full screen", Exact = true }).ClickAsync();
        var picture = page.Locator(".yarl__slide_current img");
        await window.SeeAsync(picture);
        await window.SeeAsync(page.GetByRole(AriaRole.Dialog).GetByText("coast.jpg"));
        await page.WaitForFunctionAsync("() => document.activeElement?.closest('.yarl__portal') != null");
        var before = page.Url;
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page).Not.ToHaveURLAsync(before);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page).ToHaveURLAsync(before);

        await window.Button("Zoom in").ClickAsync();
        await Assertions
            .Expect(page.Locator(".yarl__slide_current .yarl__slide_wrapper"))
            .ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("scale"));
        await page.Keyboard.PressAsync("Escape");
        await window.SeeNoMoreAsync(page.Locator(".yarl__slide_current"));
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Details of coast.jpg" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));
    }

    private static async Task WatchVideoAsync(Window window, ApiUser owner)
    {
        var page = window.Page;
        await window.Tile("clip.mp4").FocusAsync();
        await page.Keyboard.PressAsync(" ");
        await window.SeeAsync(page.Locator(".yarl__slide_current video"));
        await page.WaitForFunctionAsync("() => document.querySelector('.yarl__slide_current video')?.currentTime > 0.2");

        var download = await page.RunAndWaitForDownloadAsync(() => window.Button("Download clip.mp4").ClickAsync());
        Assert.Equal("clip.mp4", download.SuggestedFilename);
        await using var bytes = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await bytes.CopyToAsync(copy);
        Assert.Equal(FreeMedia.BytesOf("clip.mp4"), copy.ToArray());
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(Kept.Length + 1, (await owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());
    }

    private static async Task DeleteAsync(Window window, ApiUser owner)
    {
        var page = window.Page;
        await window.Tile("cmyk.jpg").ClickAsync(new() { Button = MouseButton.Right });
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Delete" }).ClickAsync();
        await window.SeeAsync("Delete cmyk.jpg?");
        await window.Button("Cancel").ClickAsync();
        await window.SeeAsync(window.Tile("cmyk.jpg"));

        await window.Tile("cmyk.jpg").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await window.Button("Move to trash").ClickAsync();
        await window.SeeNoMoreAsync(window.Tile("cmyk.jpg"));
        await window.SeeAsync("Moved to trash");
        Assert.Empty((await owner.GetJsonAsync("/api/assets?q=cmyk")).GetProperty("items").EnumerateArray());
    }

    public sealed class EmptyApp : TestApp
    {
        protected override Task PrepareAsync() => Task.CompletedTask;
    }
}
