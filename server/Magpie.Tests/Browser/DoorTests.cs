using System.Net;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

[Collection<BrowserTests>]
public sealed class DoorTests(SharedApp app, Chromium chromium) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task The_door_says_what_is_wrong_and_when_to_come_back()
    {
        await using var window = await Window.OpenAsync(chromium, app, still: true);
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);
        window.Expect("POST", "/api/session", HttpStatusCode.Unauthorized);
        window.Expect("POST", "/api/session", HttpStatusCode.TooManyRequests);
        var page = window.Page;
        await page.GotoAsync("/library");
        await SeeAccessibleInBothAsync(page, "sign in");

        await page.GetByLabel("Email").FillAsync(app.Owner.Email);
        await page.Locator("input[type=password]").FillAsync("not the password");
        await window.Button("Sign in").ClickAsync();
        await window.SeeAsync("Wrong email or password.");
        await SeeAccessibleInBothAsync(page, "wrong password");

        var locked = page.GetByText("Too many wrong passwords. Try again in");
        for (var attempt = 0; attempt < 20 && !await locked.IsVisibleAsync(); attempt++)
        {
            await page.RunAndWaitForResponseAsync(
                () => window.Button("Sign in").ClickAsync(),
                answer => answer.Url.EndsWith("/api/session", StringComparison.Ordinal)
            );
            await Assertions.Expect(window.Button("Sign in")).ToBeEnabledAsync();
        }

        await window.SeeAsync(locked);
        await SeeAccessibleInBothAsync(page, "locked out");
    }

    private static async Task SeeAccessibleInBothAsync(IPage page, string state)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.WaitForFunctionAsync(
                "scheme => document.documentElement.dataset.mantineColorScheme === scheme",
                scheme.ToString().ToLowerInvariant()
            );
            await page.SeeAccessibleAsync($"{state}, {scheme}");
        }
    }
}
