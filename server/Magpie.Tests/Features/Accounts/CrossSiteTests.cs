using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Accounts;

public sealed class CrossSiteTests(SharedApp app) : IClassFixture<SharedApp>
{
    private const string Missing = "/api/assets/00000000-0000-7000-8000-000000000000";

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Another_site_changes_nothing_with_my_cookie(string header, string value)
    {
        foreach (
            var (method, address) in new[]
            {
                (HttpMethod.Delete, Missing),
                (HttpMethod.Post, Missing + "/retry"),
                (HttpMethod.Post, "/api/uploads"),
                (HttpMethod.Post, "/api/session"),
                (HttpMethod.Delete, "/api/session?everywhere=true"),
            }
        )
        {
            using var answer = await SendAsync(app.Owner, method, address, (header, value));
            var problem = await answer.ShouldBeProblemAsync(403, "cross-site");
            Assert.Equal("This request came from another site. Open Magpie itself and try again.", problem.Sentence());
        }

        await app.Owner.GetJsonAsync("/api/session");
    }

    [Fact]
    public async Task Nor_does_it_by_dressing_a_change_up_as_something_else()
    {
        using var answer = await SendAsync(
            app.Owner,
            HttpMethod.Post,
            Missing,
            ("Sec-Fetch-Site", "cross-site"),
            ("X-HTTP-Method-Override", "DELETE")
        );

        await answer.ShouldBeProblemAsync(403, "cross-site");
    }

    [Fact]
    public async Task What_the_browser_says_of_the_site_counts_more_than_the_origin()
    {
        using var answer = await SendAsync(app.Owner, HttpMethod.Delete, Missing, ("Sec-Fetch-Site", "cross-site"), ("Origin", Own()));

        await answer.ShouldBeProblemAsync(403, "cross-site");
    }

    [Fact]
    public async Task The_app_itself_passes()
    {
        await PassesAsync(app.Owner, ("Sec-Fetch-Site", "same-origin"));
        await PassesAsync(app.Owner, ("Sec-Fetch-Site", "none"));
        await PassesAsync(app.Owner, ("Origin", Own()));
        await PassesAsync(app.Owner, ("Origin", "http://xn--bcher-kva.example:8080"), ("Host", "xn--bcher-kva.example:8080"));
    }

    [Fact]
    public async Task Behind_a_proxy_that_keeps_the_host_to_itself_the_public_address_is_the_apps_own_and_no_other_one()
    {
        await using var behind = await NewApp.StartAsync(("Magpie:PublicUrl", "https://magpie.example"), ("Magpie:Proxies:0", "127.0.0.1"));
        var owner = await behind.AddOwnerAsync();
        var browser = behind.NewVisitor();
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var signedIn = await browser.SignInAsync(owner.Email);
        // Over this wire it is plain HTTP, where no client would send the cookie by itself.
        browser.Http.DefaultRequestHeaders.Add(
            "Cookie",
            signedIn.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-", StringComparison.Ordinal)).Split(';')[0]
        );

        await PassesAsync(browser, ("Origin", "https://magpie.example"));
        using var other = await SendAsync(
            browser,
            HttpMethod.Delete,
            Missing,
            ("Origin", "https://evil.example"),
            ("X-Forwarded-Host", "evil.example")
        );
        await other.ShouldBeProblemAsync(403, "cross-site");
    }

    [Fact]
    public async Task A_program_with_a_token_passes_from_anywhere()
    {
        var program = app.NewVisitor((await app.Owner.MakeTokenAsync("write")).Text);

        await PassesAsync(program, ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://other.example"));
    }

    [Fact]
    public async Task Another_site_may_link_to_a_page()
    {
        using var answer = await SendAsync(app.Owner, HttpMethod.Get, "/api/session", ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Header("Access-Control-Allow-Origin"));
    }

    private string Own() => app.Address.GetLeftPart(UriPartial.Authority);

    private static async Task PassesAsync(ApiUser visitor, params (string Name, string Value)[] headers)
    {
        using var answer = await SendAsync(visitor, HttpMethod.Delete, Missing, headers);
        await answer.ShouldBeProblemAsync(404, "not-found");
    }

    private static async Task<HttpResponseMessage> SendAsync(
        ApiUser visitor,
        HttpMethod method,
        string address,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await visitor.Http.SendAsync(request);
    }
}
