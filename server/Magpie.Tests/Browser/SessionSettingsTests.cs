using System.Net;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Where one is signed in, and what becomes of a page whose session was ended elsewhere.</summary>
[Collection<BrowserTests>]
public sealed class SessionSettingsTests(SessionSettingsTests.BeatingApp app, Chromium chromium)
    : IClassFixture<SessionSettingsTests.BeatingApp>
{
    private const string Phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 "
        + "Mobile/15E148 Safari/604.1";
    private const string Laptop = "Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0";

    [Theory]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    public async Task The_settings_show_every_session_and_end_one_or_all_others(bool desk, ColorScheme scheme)
    {
        var owner = await app.AddOwnerAsync();
        var (phone, laptop) = (await SignedInAsync(owner, Phone), await SignedInAsync(owner, Laptop));
        await SignedInAsync(owner, Laptop);
        await using var window = await Window.OpenAsync(chromium, app, owner, desk ? Window.Desk : Window.Phone, scheme, still: true);
        var page = window.Page;
        await page.GotoAsync("/settings");

        await window.SeeAsync("This browser");
        var section = page.GetByRole(AriaRole.Region, new() { Name = "Where you’re signed in" });
        await section.ScrollIntoViewIfNeededAsync();
        await page.SeeAccessibleAsync($"sessions, {(desk ? "desk" : "phone")}, {scheme}");
        await section.ScreenshotAsync(
            new()
            {
                Path = Path.Combine(
                    Directory.CreateDirectory(Path.Combine(WebApp.Repository, "artifacts", "screens")).FullName,
                    $"sessions-{(desk ? "desk" : "phone")}-{scheme}.png"
                ),
            }
        );
        await window.Button("Sign out Safari on iPhone").ClickAsync();
        await window.SeeAsync("Sign out Safari on iPhone?");
        await page.SeeAccessibleAsync("ending a session");
        await window.Button("Sign out").Last.ClickAsync();
        await window.SeeNoMoreAsync(page.GetByText("Safari on iPhone"));
        await ShouldBeSignedOutAsync(phone);
        await laptop.GetJsonAsync("/api/session");

        await window.Button("Sign out all others").ClickAsync();
        await window.SeeAsync("You’ll stay signed in here.");
        await window.Button("Sign out all others").Last.ClickAsync();
        await window.SeeNoMoreAsync(page.GetByText("Firefox on Linux"));
        await ShouldBeSignedOutAsync(laptop);
        await window.SeeAsync("This browser");
    }

    [Fact]
    public async Task A_list_that_does_not_come_says_so_and_is_asked_for_again()
    {
        var owner = await app.AddOwnerAsync();
        await using var window = await Window.OpenAsync(chromium, app, owner, still: true);
        window.Expect("GET", "/api/sessions", HttpStatusCode.InternalServerError);
        var page = window.Page;
        await page.RouteAsync(
            "**/api/sessions",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        Status = 500,
                        ContentType = "application/problem+json",
                        Body = """{"type":"urn:magpie:server-error","title":"Something went wrong on our side."}""",
                    }
                )
        );
        await page.GotoAsync("/settings");
        await window.SeeAsync("Something went wrong on our side.");
        await page.SeeAccessibleAsync("sessions that do not come");

        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Where you’re signed in" })
            .GetByRole(AriaRole.Button, new() { Name = "Retry" })
            .ClickAsync();

        await window.SeeAsync("This browser");
    }

    [Fact]
    public async Task A_page_whose_session_was_ended_elsewhere_goes_to_the_door_and_back_and_what_was_begun_goes_on()
    {
        var owner = await app.AddOwnerAsync();
        using var film = new LongFilm("begun.mp4");
        await using var window = await Window.OpenAsync(chromium, app, owner, still: true);
        foreach (var method in (string[])["GET", "HEAD", "POST", "PATCH"])
        {
            window.Expect(method, "/api/", HttpStatusCode.Unauthorized);
        }

        var page = window.Page;
        await page.GotoAsync("/library?q=begun");
        using var held = new HeldUploads(afterFirstChunk: true);
        await held.HoldAsync(page);
        await page.GetByLabel("Files to upload").SetInputFilesAsync(film.Path);
        await held.SeeAsync(1);

        await (await SignedInAsync(owner, Phone)).Http.DeleteAsync("/api/sessions");

        var enter = page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true });
        await window.SeeAsync(enter);
        await held.LetGoAsync(page);
        await page.GetByLabel("Email").FillAsync(owner.Email);
        await page.Locator("input[type=password]").FillAsync(TestApp.OwnerPassword);
        await enter.ClickAsync();
        await page.WaitForURLAsync("**/library?q=begun");
        var offsets = window.OffsetsSent();
        await page.GetByLabel("Files to upload").SetInputFilesAsync(film.Path);
        await window.SeeAsync(window.Tile("begun.mp4"));
        Assert.NotEqual(0, offsets[0]);
    }

    [Theory]
    [InlineData("//example.org/")]
    [InlineData("/%5Cexample.org/")]
    [InlineData("https://example.org/")]
    [InlineData("javascript:document.title='taken'")]
    public async Task Whoever_signs_in_by_a_link_from_elsewhere_stays_here(string next)
    {
        var owner = await app.AddOwnerAsync();
        await using var window = await Window.OpenAsync(chromium, app, still: true);
        window.Expect("GET", "/api/", HttpStatusCode.Unauthorized);
        var page = window.Page;
        await page.GotoAsync($"/sign-in?next={Uri.EscapeDataString(next)}");
        await page.GetByLabel("Email").FillAsync(owner.Email);
        await page.Locator("input[type=password]").FillAsync(TestApp.OwnerPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();

        await page.WaitForURLAsync($"{app.Address.GetLeftPart(UriPartial.Authority)}/library");
        Assert.NotEqual("taken", await page.TitleAsync());
    }

    private async Task<ApiUser> SignedInAsync(ApiUser person, string userAgent)
    {
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("User-Agent", userAgent);
        using var answer = await visitor.SignInAsync(person.Email);
        answer.EnsureSuccessStatusCode();
        return visitor;
    }

    private static async Task ShouldBeSignedOutAsync(ApiUser visitor)
    {
        using var answer = await visitor.Http.GetAsync("/api/session");
        await answer.ShouldBeProblemAsync(401, "signed-out");
    }

    /// <summary>Looks every second whether streams may go on.</summary>
    public sealed class BeatingApp : TestApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Magpie:Events:BeatSeconds", "1")];
    }
}
