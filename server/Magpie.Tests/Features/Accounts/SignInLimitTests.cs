using System.Globalization;
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
}
