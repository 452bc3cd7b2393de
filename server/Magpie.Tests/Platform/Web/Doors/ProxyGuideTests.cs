using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.RegularExpressions;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Web.Doors;

/// <summary>What the guide tells operators to put in front of Magpie, run as it stands there.</summary>
public sealed class ProxyGuideTests
{
    private const string Name = RunningProxy.Name;

    /// <summary>What the suite installs, and Traefik where somebody did.</summary>
    public static TheoryData<string> Programs => RunningProxy.Traefik is null ? ["nginx", "caddy"] : ["nginx", "caddy", "traefik"];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_the_guide_shows_lets_people_in_and_tells_Magpie_who_they_are(string program)
    {
        await using var server = await ServerProcess.StartNewAsync(
            ("Magpie__PublicUrl", $"https://{Name}"),
            ("Magpie__Proxies", "127.0.0.1")
        );
        var code = Regex.Match(await server.SeeInLogAsync("another machine: "), @"another machine: (\S+)").Groups[1].Value;
        await using var proxy = await RunningProxy.StartAsync(program, server.Address);
        var visitor = proxy.NewVisitor(IPAddress.Parse("127.0.0.2"));

        // Whatever a visitor writes there, tries are counted for the address that the proxy saw: five, and no more.
        for (var tries = 1; tries <= 6; tries++)
        {
            using var attempt = new HttpRequestMessage(HttpMethod.Post, "/api/setup")
            {
                Content = JsonContent.Create(
                    new
                    {
                        email = TestApp.OwnerEmail,
                        password = TestApp.OwnerPassword,
                        name = "Olga",
                        code = "ABCD-EFGH-JKLM",
                    }
                ),
            };
            attempt.Headers.TryAddWithoutValidation("X-Forwarded-For", $"203.0.113.{tries}");
            attempt.Headers.TryAddWithoutValidation("Forwarded", $"for=203.0.113.{tries}");
            attempt.Headers.TryAddWithoutValidation("X-Real-IP", $"203.0.113.{tries}");
            using var answer = await visitor.SendAsync(attempt);
            Assert.Equal(tries <= 5 ? HttpStatusCode.BadRequest : HttpStatusCode.TooManyRequests, answer.StatusCode);
        }

        // And somebody else's address is another one.
        var owner = proxy.NewVisitor(IPAddress.Parse("127.0.0.3"));
        Assert.Contains("\"codeRequired\":true", await owner.GetStringAsync("/api/setup"), StringComparison.Ordinal);
        using (
            var made = await owner.PostAsJsonAsync(
                "/api/setup",
                new
                {
                    email = TestApp.OwnerEmail,
                    password = TestApp.OwnerPassword,
                    name = "Olga",
                    code,
                }
            )
        )
        {
            Assert.Equal(HttpStatusCode.OK, made.StatusCode);
            Assert.Contains("; secure", made.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
            Assert.Equal("max-age=31536000", made.Header("Strict-Transport-Security"));
        }

        using var metrics = await owner.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.NotFound, metrics.StatusCode);

        // Names of files stand in public links, with whatever characters they have: Magpie is asked for them, and no proxy refuses them
        // itself.
        using (var nowhere = await owner.GetAsync("/shared/none/50%25%3B%20%231%3F.mp4"))
        {
            Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
            Assert.Equal("application/problem+json", nowhere.Content.Headers.ContentType?.MediaType);
        }

        // Caddy does this by itself, on a port that a test cannot have.
        if (program is not "caddy")
        {
            using var plain = proxy.NewPlainVisitor();
            using var sent = await plain.GetAsync("/library?a=b");
            Assert.Equal(HttpStatusCode.MovedPermanently, sent.StatusCode);
            Assert.Equal($"https://{Name}/library?a=b", Regex.Replace(sent.Header("Location"), ":[0-9]+/", "/"));
        }

        // The stream is heard while it goes on; else nothing would come before its end, which it has not.
        using var timeout = new CancellationTokenSource(ApiUser.Timeout);
        await using var stream = await owner.GetStreamAsync("/api/events", timeout.Token);
        await using var events = SseParser.Create(stream).EnumerateAsync(timeout.Token).GetAsyncEnumerator(timeout.Token);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("hello", events.Current.EventType);

        // In one piece, larger than any proxy lets through by itself.
        using (var uploaded = await new TusClient(owner).SendFileAsync(PaddedVideo.Of(20_000_000), "clip.mp4"))
        {
            Assert.Equal(HttpStatusCode.NoContent, uploaded.StatusCode);
        }

        do
        {
            Assert.True(await events.MoveNextAsync());
        } while (events.Current.EventType is "beat");

        Assert.Equal("change", events.Current.EventType);
    }

    [Fact]
    public void The_guides_Traefik_sets_what_it_forwards_and_cuts_nothing_off()
    {
        var (outside, inside) = (RunningProxy.Example("yaml"), RunningProxy.Example("yaml", 1));

        Assert.Contains("insecure: false", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("trustedIPs", outside, StringComparison.Ordinal);
        Assert.Contains("readTimeout: 0", outside, StringComparison.Ordinal);
        Assert.Contains("passHostHeader: true", inside, StringComparison.Ordinal);
        Assert.Contains("flushInterval: -1ms", inside, StringComparison.Ordinal);
        Assert.Contains("url: http://127.0.0.1:5280", inside, StringComparison.Ordinal);
    }
}
