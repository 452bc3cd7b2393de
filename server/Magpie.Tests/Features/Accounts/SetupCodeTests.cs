using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Magpie.Features.Accounts;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Features.Accounts;

public sealed partial class SetupCodeTests
{
    private static readonly (string Key, string Value) Behind = ("Magpie:Proxies:0", "127.0.0.1");

    [Fact]
    public async Task From_another_machine_the_first_owner_brings_the_code_that_the_log_shows()
    {
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Proxies__0", "127.0.0.1"));
        var code = CodeLine().Match(await server.SeeInLogAsync("opened from another machine: ")).Groups[1].Value;
        Assert.Matches("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", code);
        var visitor = new ApiUser(server.Address);
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal((true, true), await StateAsync(visitor));

        foreach (var wrong in (string?[])[null, "", "ABCD-EFGH-JKLM"])
        {
            using var refused = await SetUpAsync(visitor, wrong);
            var problem = await refused.ShouldBeProblemAsync(400, "invalid-request");
            Assert.Equal(
                "This isn’t the code. Find it in the server’s log; there’s a new one after each restart.",
                problem.GetProperty("errors").GetProperty("code")[0].GetString()
            );
        }

        using var made = await SetUpAsync(visitor, $" {code.ToLowerInvariant().Replace('-', ' ')}");

        Assert.Equal("owner", (await made.ReadJsonAsync()).GetProperty("workspace").GetProperty("role").GetString());
        Assert.Equal((false, false), await StateAsync(visitor));
        using var late = await SetUpAsync(visitor, "ABCD-EFGH-JKLM");
        await late.ShouldBeProblemAsync(409, "setup-done");
        await server.StopAsync();
        await server.StartAsync();
        Assert.Single(CodeLine().Matches(server.Log));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5280")]
    [InlineData("127.0.0.1:5280")]
    [InlineData("[::1]:5280")]
    [InlineData("media.example.org")]
    public async Task On_the_machine_itself_under_a_name_of_its_own_it_needs_none(string host)
    {
        await using var app = await NewApp.StartAsync(("Magpie:PublicUrl", "https://media.example.org"));
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Host = host;

        Assert.Equal((true, false), await StateAsync(visitor));
        using var made = await SetUpAsync(visitor, null);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5280")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.1.5")]
    [InlineData("0.0.0.0")]
    public async Task A_page_of_another_site_whose_name_leads_here_is_not_the_machine_itself(string host)
    {
        await using var app = await NewApp.StartAsync();
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Host = host;

        await NeedsTheCodeAsync(app, visitor);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 squid")]
    [InlineData("X-Original-For", "127.0.0.1")]
    [InlineData("X-Original-Proto", "https")]
    [InlineData("True-Client-IP", "127.0.0.1")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    public async Task A_proxy_on_the_machine_that_nobody_has_configured_is_not_the_machine_itself(string header, string value)
    {
        await using var app = await NewApp.StartAsync();
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add(header, value);

        await NeedsTheCodeAsync(app, visitor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("203.0.113.9")]
    public async Task Neither_is_one_that_is_configured_whatever_it_says_of_its_client(string? client)
    {
        await using var app = await NewApp.StartAsync(Behind);
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", client is null ? [] : [client]);

        await NeedsTheCodeAsync(app, visitor);
    }

    [Fact]
    public async Task Nor_one_that_says_nothing_at_all_in_the_old_language_of_proxies()
    {
        await using var app = await NewApp.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Address.Host, app.Address.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /api/setup HTTP/1.0\r\nHost: {app.Address.Authority}\r\n\r\n"));

        var answer = await new StreamReader(socket.GetStream()).ReadToEndAsync();

        Assert.EndsWith("{\"required\":true,\"codeRequired\":true}", answer.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sixth_try_in_a_minute_waits_whatever_it_says_and_whichever_address_of_its_network_it_has()
    {
        await using var app = await NewApp.StartAsync(Behind);
        var code = app.Services.GetRequiredService<SetupCode>().Text;
        for (var tries = 0; tries < 5; tries++)
        {
            // What a client puts there itself stands in front, and the proxy's own word behind it.
            using var wrong = await SetUpAsync(From(app, $"198.51.100.{tries}, 2001:db8:1:2::{tries}"), "ABCD-EFGH-JKLM");
            await wrong.ShouldBeProblemAsync(400, "invalid-request");
        }

        using var sixth = await SetUpAsync(From(app, "2001:db8:1:2:ffff::1"), code);
        await sixth.ShouldBeProblemAsync(429, "too-many-requests");

        using var neighbour = await SetUpAsync(From(app, "2001:db8:1:3::1"), code);
        Assert.Equal(HttpStatusCode.OK, neighbour.StatusCode);
    }

    private static ApiUser From(IApp app, string address)
    {
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", address);
        return visitor;
    }

    private static async Task NeedsTheCodeAsync(NewApp app, ApiUser visitor)
    {
        Assert.Equal((true, true), await StateAsync(visitor));
        using (var refused = await SetUpAsync(visitor, null))
        {
            await refused.ShouldBeProblemAsync(400, "invalid-request");
        }

        using var made = await SetUpAsync(visitor, app.Services.GetRequiredService<SetupCode>().Text);
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
    }

    private static async Task<(bool Required, bool CodeRequired)> StateAsync(ApiUser visitor)
    {
        var state = await visitor.GetJsonAsync("/api/setup");
        return (state.GetProperty("required").GetBoolean(), state.GetProperty("codeRequired").GetBoolean());
    }

    private static Task<HttpResponseMessage> SetUpAsync(ApiUser visitor, string? code) =>
        visitor.Http.PostAsJsonAsync(
            "/api/setup",
            new
            {
                email = TestApp.OwnerEmail,
                password = TestApp.OwnerPassword,
                name = "Olga",
                code,
            }
        );

    [GeneratedRegex(@"There is no owner yet\. The setup page asks for this code where it is opened from another machine: (\S+)")]
    private static partial Regex CodeLine();
}
