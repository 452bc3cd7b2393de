using System.Net.Http.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Operations;

public sealed class LogTests
{
    [Fact]
    public async Task However_much_is_logged_no_password_token_or_cookie_is_in_it()
    {
        await using var server = await ServerProcess.StartNewAsync(
            ("Logging__LogLevel__Default", "Debug"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Debug"),
            ("Logging__LogLevel__Microsoft.EntityFrameworkCore", "Debug"));
        var owner = await server.SetUpAsync();
        await owner.SignInAsync(password: "a wrong password");
        await owner.Http.PostAsJsonAsync("/api/setup", new { email = "x", password = "another password", name = "" });
        var (_, token) = await owner.MakeTokenAsync("write");
        var program = new Visitor(server.Address, token);
        await program.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        await new Visitor(server.Address, "mgp_not-a-token").Http.GetAsync("/api/session");
        var cookie = owner.Cookies.GetAllCookies().Single().Value;

        await server.StopAsync();

        Assert.Contains("/api/tokens", server.Log, StringComparison.Ordinal);
        foreach (var secret in new[] { TestApp.OwnerPassword, "a wrong password", "another password", token, "mgp_not-a-token", cookie[..60] })
        {
            Assert.DoesNotContain(secret, server.Log, StringComparison.Ordinal);
        }
    }
}
