using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Accounts;

public sealed class SessionCookieTests(SharedApp app) : IClassFixture<SharedApp>
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
        await using var behind = await NewApp.StartAsync(("Magpie:Proxies:0", "127.0.0.1"));
        var owner = await behind.AddOwnerAsync();
        owner.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var answer = await owner.SignInAsync(owner.Email);

        Assert.Contains("; secure", answer.Header("Set-Cookie"), StringComparison.Ordinal);
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

    private async Task<string> CookieAsync(Visitor visitor)
    {
        using var answer = await visitor.SignInAsync(app.Owner.Email);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Header("Set-Cookie");
    }
}
