using System.Net;
using Magpie.Tests.Features.Library;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>What a person sees when something is missing, broken or away, and how it comes right again.</summary>
[Collection<BrowserTests>]
public sealed class TroubleTests(TroubleTests.App app, Chromium chromium) : IClassFixture<TroubleTests.App>
{
    [Fact]
    public async Task A_video_that_could_not_be_prepared_says_why_and_is_retried_from_its_sheet()
    {
        app.TakeFfprobeAway();
        var address = await app.Owner.UploadAsync(FreeMedia.PathOf("silent.MP4"));
        await app.Owner.WaitUntilUnderstoodAsync(address);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.GotoAsync("/library?status=failed");

        await window.Tile("silent.MP4").ClickAsync();
        await window.SeeAsync("We couldn’t process this file");
        await window.SeeAsync("ffmpeg doesn’t run on this server");
        await window.Page.SeeAccessibleAsync("a failed asset");

        app.SetFfprobe(script: null);
        await window.Button("Retry").ClickAsync();
        await window.SeeNoMoreAsync(window.Page.GetByText("We couldn’t process this file"));
        await window.Page.GotoAsync("/library?status=ready");
        await window.SeeAsync(window.Tile("silent.MP4"));
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_what_was_missed_appears_when_it_is_back()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Button("Upload"));

        await window.SetOfflineAsync(true);
        await window.SeeAsync("You’re offline.");
        await window.Page.SeeAccessibleAsync("offline");
        await app.Owner.WaitUntilUnderstoodAsync(await app.Owner.UploadAsync(FreeMedia.PathOf("still.webp")));

        await window.SetOfflineAsync(false);
        await window.SeeAsync(window.Tile("still.webp"));
        await window.SeeNoMoreAsync(window.Page.GetByText("You’re offline."));
    }

    [Fact]
    public async Task What_came_before_the_server_was_heard_for_the_first_time_appears_when_it_is()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.RouteAsync("**/api/events", route => route.AbortAsync());
        await window.Page.GotoAsync("/library");
        await window.SeeAsync("You’re offline.");
        await app.Owner.WaitUntilUnderstoodAsync(await app.Owner.UploadAsync(FreeMedia.PathOf("alpha.png")));
        await window.SeeNoMoreAsync(window.Tile("alpha.png"));

        await window.Page.UnrouteAsync("**/api/events");
        await window.SeeAsync(window.Tile("alpha.png"));
        await window.SeeNoMoreAsync(window.Page.GetByText("You’re offline."));
    }

    [Fact]
    public async Task Without_a_network_a_Magpie_on_the_same_computer_works_on()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await app.Owner.WaitUntilUnderstoodAsync(await app.Owner.UploadAsync(FreeMedia.PathOf("animated.gif")));
        await window.Page.Clock.InstallAsync();
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("animated.gif"));

        await window.Page.RunAndWaitForResponseAsync(
            () => window.Page.EvaluateAsync("() => window.dispatchEvent(new Event('offline'))"),
            response => IsEvents(response.Url)
        );
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Videos" }).ClickAsync();
        await window.SeeNoMoreAsync(window.Tile("animated.gif"));
        await window.Page.Clock.FastForwardAsync(10_000);
        await window.SeeNoMoreAsync(window.Page.GetByText("You’re offline."));
    }

    [Fact]
    public async Task A_connection_that_is_gone_without_a_word_is_made_anew()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.Clock.InstallAsync();
        await window.Page.RunAndWaitForResponseAsync(() => window.Page.GotoAsync("/library"), response => IsEvents(response.Url));

        // The stream is there before the app that listens to it.
        await window.SeeAsync(window.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Account of") }));

        // Longer than the server is ever silent.
        await window.Page.RunAndWaitForResponseAsync(() => window.Page.Clock.FastForwardAsync(60_000), response => IsEvents(response.Url));
        await window.SeeNoMoreAsync(window.Page.GetByText("You’re offline."));
    }

    private static bool IsEvents(string address) => new Uri(address).AbsolutePath == "/api/events";

    public sealed class App : FastClockApp;
}

/// <summary>Before there is an owner.</summary>
[Collection<BrowserTests>]
public sealed class SetupTroubleTests(LibraryJourneyTests.EmptyApp app, Chromium chromium) : IClassFixture<LibraryJourneyTests.EmptyApp>
{
    [Fact]
    public async Task Setting_up_says_what_is_missing_in_each_field_and_leads_to_the_library_once_all_is_there()
    {
        await using var window = await Window.OpenAsync(chromium, app);
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);
        var page = window.Page;
        await page.GotoAsync("/");
        await window.Button("Create account").ClickAsync();
        await window.SeeAsync("Enter your name.");
        await window.SeeAsync("Enter an email address, such as kim@example.com.");
        await window.SeeAsync("Enter a password.");
        await page.SeeAccessibleAsync("setup with gaps");

        await page.GetByLabel("Your name").FillAsync("Olga");
        await page.GetByLabel("Email").FillAsync(TestApp.OwnerEmail);
        await page.Locator("input[type=password]").FillAsync("short");
        await window.Button("Create account").ClickAsync();
        await window.SeeAsync("This password is too short.");
        await window.SeeAsync("5 more characters.");

        await page.Locator("input[type=password]").FillAsync(TestApp.OwnerPassword);
        await window.Button("Create account").ClickAsync();
        await window.SeeAsync("Add photos and videos to Main");
    }
}
