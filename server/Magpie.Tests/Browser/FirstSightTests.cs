using System.Net;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>The pictures of the library are there before the app is, and the app takes them over.</summary>
[Collection<BrowserTests>]
public sealed class FirstSightTests(SailingApp app, Chromium chromium) : IClassFixture<SailingApp>
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Nothing_moves_when_the_app_takes_over_what_was_drawn_before_it(bool phone)
    {
        await app.AddPictureAsync("harbour.jpg", null);
        await app.AddPictureAsync("pier.jpg", null);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, phone ? Window.Phone : Window.Desk);
        using var scripts = await HeldAnswers.OfAsync(window.Page, "**/assets/index-*.js");

        await window.Page.GotoAsync("/library", new() { WaitUntil = WaitUntilState.Commit });
        await window.SeeAsync(window.Page.Locator("#first-sight h2"));
        var pictures = await PlacesOfAsync(window, "#first-sight img");
        var months = await PlacesOfAsync(window, "#first-sight h2");
        var words = await window.Page.Locator("#first-sight h2").AllInnerTextsAsync();
        scripts.LetGo();
        await window.SeeAsync(window.Tiles.First);
        await window.SeeNoMoreAsync(window.Page.Locator("#first-sight"));

        Assert.InRange(pictures.Length, 2, 60);
        Assert.Equal(pictures, await PlacesOfAsync(window, "[data-grid] li"));
        Assert.Equal(months, await PlacesOfAsync(window, "[data-grid] h2"));
        Assert.Equal(words, await window.Page.Locator("[data-grid] h2").AllInnerTextsAsync());
    }

    [Fact]
    public async Task The_app_does_not_wait_for_a_list_that_is_slow_to_come()
    {
        await app.AddPictureAsync("slow.jpg", null);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        using var lists = await HeldAnswers.OfAsync(window.Page, "**/api/assets?**");

        await window.Page.GotoAsync("/library", new() { WaitUntil = WaitUntilState.Commit });
        await window.SeeAsync(window.Button("Upload"));
        lists.LetGo();

        await window.SeeAsync(window.Tile("slow.jpg"));
        await window.SeeNoMoreAsync(window.Page.Locator("#first-sight"));
    }

    [Fact]
    public async Task Nothing_of_it_stays_behind_another_page_that_somebody_goes_to_before_the_list_has_come()
    {
        await app.AddPictureAsync("late.jpg", null);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        using var lists = await HeldAnswers.OfAsync(window.Page, "**/api/assets?**");
        await window.Page.GotoAsync("/library", new() { WaitUntil = WaitUntilState.Commit });
        await window.SeeAsync(window.Button("Upload"));

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Trash" }).ClickAsync();
        await window.SeeAsync(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Trash" }));
        await window.Page.RunAndWaitForRequestFinishedAsync(
            () =>
            {
                lists.LetGo();
                return Task.CompletedTask;
            },
            new() { Predicate = request => request.Url.Contains("/api/assets?", StringComparison.Ordinal) }
        );

        Assert.Equal(0, await window.Page.Locator("#first-sight").CountAsync());
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_door()
    {
        await using var window = await Window.OpenAsync(chromium, app);
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);

        await window.Page.GotoAsync("/library");

        await window.SeeAsync(window.Button("Sign in"));
        await window.SeeNoMoreAsync(window.Page.Locator("#first-sight"));
    }

    private static Task<string[]> PlacesOfAsync(Window window, string what) =>
        window.Page.EvaluateAsync<string[]>(
            """
            what => [...document.querySelectorAll(what)].map(element => {
              const { left, top, height } = element.getBoundingClientRect();
              return [left, top, height].join(' ');
            })
            """,
            what
        );
}
