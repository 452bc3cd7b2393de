using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Accounts;

public sealed class SessionCookieTests(ProxiedApp app) : IClassFixture<ProxiedApp>
{
    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_from_other_sites()
    {
        var cookie = await CookieAsync(app.NewVisitor());

        Assert.StartsWith("magpie=", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("; expires=", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("; secure", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("; domain", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_TLS_the_cookie_never_goes_over_plain_HTTP()
    {
        var cookie = await CookieAsync(VisitorBy("https"));

        Assert.StartsWith("__Host-magpie=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/;", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("; domain", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https", "__Host-magpie", 200)]
    [InlineData("https", "magpie", 401)]
    [InlineData("http", "__Host-magpie", 401)]
    public async Task Each_door_reads_the_cookie_by_its_own_name_only(string scheme, string name, int status)
    {
        var value = (await CookieAsync(VisitorBy("https"))).Split(';')[0]["__Host-magpie=".Length..];
        var bearer = VisitorBy(scheme);
        bearer.Http.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");

        using var answer = await bearer.Http.GetAsync("/api/session");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("http", "magpie-browser=", false)]
    [InlineData("https", "__Secure-magpie-browser=", true)]
    public async Task What_makes_a_browser_known_is_kept_for_long_and_sent_only_where_passwords_are(
        string scheme,
        string name,
        bool isSecure
    )
    {
        var cookie = await CookieAsync(VisitorBy(scheme), name);

        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("; samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/api/session", cookie, StringComparison.Ordinal);
        Assert.Contains("; max-age=31536000", cookie, StringComparison.Ordinal);
        Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cookie_that_was_tampered_with_is_nobody()
    {
        var value = (await CookieAsync(app.NewVisitor())).Split(';')[0]["magpie=".Length..];
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", $"magpie={value[..40]}{(value[40] == 'A' ? 'B' : 'A')}{value[41..]}");

        using var answer = await visitor.Http.GetAsync("/api/session");

        await answer.ShouldBeProblemAsync(401, "signed-out");
    }

    [Fact]
    public async Task A_restart_of_the_server_signs_nobody_out()
    {
        await using var server = await ServerProcess.StartNewAsync();
        var owner = await server.SetUpAsync();

        await server.StopAsync();
        await server.StartAsync();

        Assert.Equal("Olga", (await owner.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("name").GetString());
    }

    private ApiUser VisitorBy(string scheme)
    {
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        return visitor;
    }

    private async Task<string> CookieAsync(ApiUser visitor, string? name = null)
    {
        using var answer = await visitor.SignInAsync(app.Owner.Email);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer
            .Headers.GetValues("Set-Cookie")
            .Single(cookie =>
                name is null
                    ? !cookie.Contains("magpie-browser=", StringComparison.Ordinal)
                    : cookie.StartsWith(name, StringComparison.Ordinal)
            );
    }
}

/// <summary>Believes what a proxy on this machine says of a request.</summary>
public sealed class ProxiedApp : TestApp
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [KeyValuePair.Create("Magpie:Proxies:0", "127.0.0.1")];
}
