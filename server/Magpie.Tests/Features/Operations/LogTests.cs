using System.Net.Http.Json;
using Magpie.Platform.Telemetry;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Magpie.Tests.Features.Operations;

public sealed class LogTests
{
    [Fact]
    public async Task However_much_is_logged_no_password_token_or_cookie_is_in_it()
    {
        await using var server = await ServerProcess.StartNewAsync(
            ("Logging__LogLevel__Default", "Debug"),
            ("Logging__LogLevel__Microsoft.AspNetCore", "Debug"),
            ("Logging__LogLevel__Microsoft.EntityFrameworkCore", "Debug")
        );
        var owner = await server.SetUpAsync();
        await owner.SignInAsync(password: "a wrong password");
        await owner.Http.PostAsJsonAsync(
            "/api/setup",
            new
            {
                email = "x",
                password = "another password",
                name = "",
            }
        );
        var (_, token) = await owner.MakeTokenAsync("write");
        var program = new ApiUser(server.Address, token);
        await program.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        await new ApiUser(server.Address, "mgp_not-a-token").Http.GetAsync("/api/session");
        var cookies = owner.Cookies.GetAllCookies().Select(cookie => cookie.Value[..60]).ToList();
        Assert.Equal(2, cookies.Count);

        await server.StopAsync();

        Assert.Contains("/api/tokens", server.Log, StringComparison.Ordinal);
        foreach (
            var secret in new[] { TestApp.OwnerPassword, "a wrong password", "another password", token, "mgp_not-a-token" }.Concat(cookies)
        )
        {
            Assert.DoesNotContain(secret, server.Log, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_signs_in_or_fails_is_in_the_log_with_the_address_and_nothing_that_a_stranger_typed_begins_a_line()
    {
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Accounts__FailuresBeforeLockOut", "2"));
        var owner = await server.SetUpAsync();
        var id = (await owner.GetJsonAsync("/api/session")).GetProperty("user").GetProperty("id").GetGuid();
        var visitor = new ApiUser(server.Address);

        await visitor.SignInAsync();
        await new ApiUser(server.Address).SignInAsync("my password by mistake");
        await new ApiUser(server.Address).SignInAsync("evil\u2028Signed in: account\u202E@example.org" + new string('x', 150));
        await new ApiUser(server.Address).SignInAsync(password: "a wrong password");
        await new ApiUser(server.Address).SignInAsync(password: "a wrong password");
        await new ApiUser(server.Address).SignInAsync(password: "a wrong password");
        await server.StopAsync();

        Assert.Contains($"Signed in: account {id} from 127.0.0.1, Unknown browser", server.Log, StringComparison.Ordinal);
        Assert.Contains("Sign-in failed: no account (not an address) from 127.0.0.1", server.Log, StringComparison.Ordinal);
        Assert.Contains("Sign-in failed: no account evil?Signed?in??account?@example.orgxxxx", server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 60), server.Log, StringComparison.Ordinal);
        Assert.Contains($"Sign-in failed: wrong password for account {id} from 127.0.0.1", server.Log, StringComparison.Ordinal);
        Assert.Contains($"Sign-in locked: {id} from 127.0.0.1, for ", server.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("my password by mistake", server.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_refused_a_thousand_times_is_a_line_a_minute()
    {
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Accounts__SignInsPerMinute", "1"));
        await server.SetUpAsync();
        for (var tries = 0; tries < 30; tries++)
        {
            await new ApiUser(server.Address).SignInAsync();
        }

        await server.StopAsync();

        Assert.InRange(
            server
                .Log.Split('\n')
                .Count(line => line.Contains("Sign-in refused: too many tries a minute from 127.0.0.1", StringComparison.Ordinal)),
            1,
            2
        );
    }

    [Fact]
    public async Task Tokens_and_setup_codes_that_are_none_are_a_line_a_minute_with_the_address_and_so_is_who_became_the_owner()
    {
        await using var server = await ServerProcess.StartNewAsync(("Magpie__Proxies", "127.0.0.1"));
        for (var tries = 0; tries < 20; tries++)
        {
            using var refused = await new ApiUser(server.Address, "mgp_not-a-token").Http.GetAsync("/api/session");
            await refused.ShouldBeProblemAsync(401, "signed-out");
            var stranger = new ApiUser(server.Address);
            stranger.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
            await stranger.Http.PostAsJsonAsync(
                "/api/setup",
                new
                {
                    email = "x@example.org",
                    password = "another password",
                    name = "X",
                    code = "ABCD-EFGH-JKLM",
                }
            );
        }

        var code = (await server.SeeInLogAsync("opened from another machine: ")).Split("opened from another machine: ")[1].Split('\n')[0];
        var owner = new ApiUser(server.Address);
        owner.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.10");
        using var made = await owner.Http.PostAsJsonAsync(
            "/api/setup",
            new
            {
                email = TestApp.OwnerEmail,
                password = TestApp.OwnerPassword,
                name = "Olga",
                code,
            }
        );
        var id = (await made.ReadJsonAsync()).GetProperty("user").GetProperty("id").GetGuid();
        await server.StopAsync();

        var lines = server.Log.Split('\n');
        Assert.InRange(
            lines.Count(line => line.EndsWith("Token refused: it is unknown or was revoked, from 127.0.0.1", StringComparison.Ordinal)),
            1,
            2
        );
        Assert.DoesNotContain("TokenAuthentication", server.Log, StringComparison.Ordinal);
        Assert.InRange(lines.Count(line => line.EndsWith("Setup refused: wrong code from 203.0.113.9", StringComparison.Ordinal)), 1, 2);
        Assert.Single(lines, line => line.EndsWith($"Set up: account {id} is the owner, from 203.0.113.10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_server_logs_of_a_name_turns_no_line_around()
    {
        using var around = new TestFolder();
        var folder = Directory.CreateDirectory(Path.Combine(around.Path, "a\u202egpj")).FullName;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead);
        await using var server = await ServerProcess.StartNewAsync(("MAGPIE_DATA", folder), ("Magpie__Database__Postgres", ""));

        await server.SeeInLogAsync(@"a\u202egpj (0");
        Assert.DoesNotContain('\u202e', server.Log);
    }

    [Fact]
    public void What_a_stop_has_ended_is_not_logged_and_what_failed_beside_it_is()
    {
        var written = new Recorder();
        using var log = new OutageLog(written, TimeProvider.System, _ => { }, () => new(canceled: true));
        var logger = log.CreateLogger("Anybody");

        logger.LogError(new InvalidOperationException("It could not commit.", new OperationCanceledException()), "Ended");
        logger.LogError(new AggregateException(new OperationCanceledException(), new InvalidOperationException()), "Failed");

        Assert.Equal(["Failed"], written.Messages);
    }

    [Fact]
    public async Task Who_fails_after_the_server_is_gone_can_still_say_so()
    {
        var app = await NewApp.StartAsync();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Anybody");
        await app.DisposeAsync();

        logger.LogDebug(new InvalidOperationException("Too late."), "Failed");
    }

    private sealed class Recorder : ILoggerFactory, ILogger
    {
        public List<string> Messages { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Messages.Add(formatter(state, exception));

        public void Dispose() { }
    }
}
