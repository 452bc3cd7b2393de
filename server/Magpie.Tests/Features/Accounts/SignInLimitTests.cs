using System.Globalization;
using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Accounts;

public sealed class SignInLimitTests
{
    [Fact]
    public async Task Too_many_tries_from_one_address_wait_and_another_address_need_not()
    {
        await using var app = await NewApp.StartAsync(("Magpie:Accounts:SignInsPerMinute", "3"), ("Magpie:Proxies:0", "127.0.0.1"));
        var visitor = app.NewVisitor();
        for (var tries = 0; tries < 3; tries++)
        {
            await (await visitor.SignInAsync("nobody@example.org")).ShouldBeProblemAsync(401, "wrong-credentials");
        }

        using var fourth = await visitor.SignInAsync("nobody@example.org");

        var problem = await fourth.ShouldBeProblemAsync(429, "too-many-requests");
        Assert.Equal("Too many tries in a short time. Wait a minute and try again.", problem.Sentence());
        Assert.InRange(int.Parse(fourth.Header("Retry-After"), CultureInfo.InvariantCulture), 1, 60);
        var elsewhere = app.NewVisitor();
        elsewhere.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        await (await elsewhere.SignInAsync("nobody@example.org")).ShouldBeProblemAsync(401, "wrong-credentials");
    }

    [Fact]
    public async Task However_many_browsers_have_signed_in_before_to_other_accounts_they_are_one_address()
    {
        await using var app = await NewApp.StartAsync(("Magpie:Accounts:SignInsPerMinute", "5"));
        var owner = await app.AddOwnerAsync();
        var browsers = new[] { app.NewVisitor(), app.NewVisitor() };
        foreach (var browser in browsers)
        {
            using var known = await browser.SignInAsync(owner.Email);
            known.EnsureSuccessStatusCode();
        }

        var statuses = new List<int>();
        foreach (var browser in browsers)
        {
            for (var tries = 0; tries < 2; tries++)
            {
                using var answer = await browser.SignInAsync($"nobody{tries}@example.org");
                statuses.Add((int)answer.StatusCode);
            }
        }

        Assert.Equal([401, 401, 429, 429], statuses);
        // To its own account it still comes in, however much its address has tried; until all of them are signed out.
        using var back = await owner.SignInAsync(owner.Email);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        await owner.Http.DeleteAsync("/api/session?everywhere=true");
        await (await browsers[0].SignInAsync(owner.Email)).ShouldBeProblemAsync(429, "too-many-requests");
    }

    [Fact]
    public async Task The_addresses_of_an_IPv6_network_have_one_limit_together()
    {
        await using var app = await NewApp.StartAsync(("Magpie:Accounts:SignInsPerMinute", "3"), ("Magpie:Proxies:0", "127.0.0.1"));
        for (var tries = 0; tries < 3; tries++)
        {
            await (await From(app, $"2001:db8:1:2::{tries}").SignInAsync("nobody@example.org")).ShouldBeProblemAsync(
                401,
                "wrong-credentials"
            );
        }

        await (await From(app, "2001:db8:1:2:ffff::1").SignInAsync("nobody@example.org")).ShouldBeProblemAsync(429, "too-many-requests");
        await (await From(app, "2001:db8:1:3::1").SignInAsync("nobody@example.org")).ShouldBeProblemAsync(401, "wrong-credentials");
    }

    private static ApiUser From(IApp app, string address)
    {
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return visitor;
    }
}
