using System.Net;
using Magpie.Features.Accounts;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

[Collection<BrowserTests>]
public sealed class SetupTests(Chromium chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task From_another_machine_the_page_asks_for_the_code_and_says_where_it_stands(ColorScheme scheme)
    {
        await using var app = await NewApp.StartAsync();
        await using var window = await Window.OpenAsync(
            chromium,
            app,
            size: scheme is ColorScheme.Light ? Window.Desk : Window.Phone,
            scheme: scheme,
            still: true
        );
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);
        window.Expect("POST", "/api/setup", HttpStatusCode.BadRequest);
        var page = window.Page;
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = "203.0.113.9" });
        await page.GotoAsync("/library");
        await window.SeeAsync("The server prints it when it starts. You’ll find it in its log or terminal.");
        await page.SeeAccessibleAsync($"setup, {scheme}");

        await page.GetByLabel("Your name").FillAsync("Olga");
        await page.GetByLabel("Email").FillAsync(TestApp.OwnerEmail);
        await page.Locator("input[type=password]").FillAsync(TestApp.OwnerPassword);
        await window.Button("Create account").ClickAsync();
        await window.SeeAsync("Enter the setup code.");

        await page.GetByLabel("Setup code").FillAsync("ABCD-EFGH-JKLM");
        await window.Button("Create account").ClickAsync();
        await window.SeeAsync("This isn’t the code. Find it in the server’s log; there’s a new one after each restart.");
        await page.SeeAccessibleAsync($"wrong code, {scheme}");

        await page.GetByLabel("Setup code").FillAsync(app.Services.GetRequiredService<SetupCode>().Text.ToLowerInvariant());
        await window.Button("Create account").ClickAsync();
        await page.WaitForURLAsync("**/library");
    }

    [Fact]
    public async Task On_the_machine_itself_it_asks_for_none()
    {
        await using var app = await NewApp.StartAsync();
        await using var window = await Window.OpenAsync(chromium, app, still: true);
        window.Expect("GET", "/api/session", HttpStatusCode.Unauthorized);
        await window.Page.GotoAsync("/library");
        await window.SeeAsync("Welcome to Magpie");

        await Assertions.Expect(window.Page.GetByLabel("Setup code")).ToHaveCountAsync(0);
    }
}
