using System.Net;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

[Collection<BrowserTests>]
public sealed class LanguageTests(SailingApp app, Chromium chromium) : IClassFixture<SailingApp>
{
    /// <summary>Texts of the navigation that are wider than their place, and how far the page is wider than the window.</summary>
    private const string Cut = """
        () => [
          ...[...document.querySelectorAll('nav a > *, nav button > *')].filter((one) => {
            const text = document.createRange();
            text.selectNodeContents(one);
            const [inner, outer] = [text.getBoundingClientRect(), one.closest('a, button').getBoundingClientRect()];
            const isSeen = one.getBoundingClientRect().width > 1;
            return isSeen && (inner.left < outer.left - 1 || inner.right > outer.right + 1);
          }).map((one) => one.textContent),
          ...(document.documentElement.scrollWidth > innerWidth ? [`wider by ${document.documentElement.scrollWidth - innerWidth}`] : []),
        ].join('; ')
        """;

    [Theory]
    [InlineData("de-DE", "de", "ltr", "Mediathek")]
    [InlineData("es-MX", "es", "ltr", "Biblioteca")]
    [InlineData("fr-FR", "fr", "ltr", "Médiathèque")]
    [InlineData("pt-BR", "pt-BR", "ltr", "Biblioteca")]
    [InlineData("ja-JP", "ja", "ltr", "ライブラリ")]
    [InlineData("ar-EG", "ar", "rtl", "المكتبة")]
    [InlineData("nl-NL", "en", "ltr", "Library")]
    public async Task The_page_speaks_the_language_of_the_browser_and_has_room_for_it(
        string locale,
        string language,
        string direction,
        string library
    )
    {
        foreach (var size in (ViewportSize[])[Window.Desk, Window.Phone])
        {
            await using var window = await Window.OpenAsync(chromium, app, app.Owner, size, still: true, locale: locale);
            await window.Page.GotoAsync("/library");
            await window.SeeAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = library, Exact = true }));

            Assert.Equal(
                (language, direction),
                (
                    await window.Page.EvaluateAsync<string>("() => document.documentElement.lang"),
                    await window.Page.EvaluateAsync<string>("() => document.documentElement.dir")
                )
            );
            Assert.Equal("", await window.Page.EvaluateAsync<string>(Cut));
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-EG")]
    public async Task Every_page_keeps_to_a_phone_and_is_accessible_in(string locale)
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, Window.Phone, still: true, locale: locale);
        foreach (var path in (string[])["/library", "/calendar", "/posts", "/trash", "/settings", "/settings/labels", "/settings/profiles"])
        {
            await window.Page.GotoAsync(path);
            await window.SeeAsync(window.Page.GetByRole(AriaRole.Main));
            await window.Page.SeeAccessibleAsync($"{path} in {locale}");
            Assert.Equal("", await window.Page.EvaluateAsync<string>(Cut));
        }
    }

    [Fact]
    public async Task What_the_server_refuses_is_said_in_the_language_of_the_page()
    {
        await using var window = await Window.OpenAsync(chromium, app, locale: "de-DE");
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);
        window.Expect("POST", "/api/session", HttpStatusCode.Unauthorized);
        await window.Page.GotoAsync("/sign-in");
        await window.Page.GetByLabel("E-Mail").FillAsync(app.Owner.Email);
        await window.Page.Locator("input[type=password]").FillAsync("not the password");
        await window.Button("Anmelden").ClickAsync();

        await window.SeeAsync("E-Mail-Adresse oder Passwort ist falsch.");
    }

    [Theory]
    [InlineData("**/assets/en-*.js")]
    [InlineData("**/assets/index-*.js")]
    public async Task An_app_that_cannot_be_loaded_says_so(string missing)
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.RouteAsync(missing, route => route.AbortAsync());
        await window.Page.GotoAsync("/trash");

        await window.SeeAsync(window.Page.GetByRole(AriaRole.Alert));
    }
}
