using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Accounts;

public sealed class OwnerFromEnvironmentTests
{
    [Fact]
    public async Task The_environment_makes_the_owner_once()
    {
        await using var server = await ServerProcess.StartNewAsync(
            ("MAGPIE_OWNER_EMAIL", TestApp.OwnerEmail),
            ("MAGPIE_OWNER_PASSWORD", TestApp.OwnerPassword)
        );
        var visitor = new ApiUser(server.Address);
        Assert.False((await visitor.GetJsonAsync("/api/setup")).GetProperty("required").GetBoolean());
        using var signedIn = await visitor.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);

        await server.StopAsync();
        await server.StartAsync();

        await visitor.GetJsonAsync("/api/session");
    }

    [Theory]
    [InlineData("no address", TestApp.OwnerPassword, "MAGPIE_OWNER_EMAIL")]
    [InlineData(TestApp.OwnerEmail, "short", "MAGPIE_OWNER_PASSWORD")]
    public async Task An_owner_who_cannot_be_made_stops_the_start_with_one_line(string email, string password, string key)
    {
        var (exitCode, log) = await ServerProcess.RunToItsEndAsync(("MAGPIE_OWNER_EMAIL", email), ("MAGPIE_OWNER_PASSWORD", password));

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"magpie: {key}: ", log, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', log);
    }
}
