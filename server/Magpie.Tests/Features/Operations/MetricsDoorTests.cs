using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Operations;

/// <summary>What people do and when is no news for everybody.</summary>
public sealed class MetricsDoorTests(MetricsDoorTests.WithToken app) : IClassFixture<MetricsDoorTests.WithToken>
{
    private const string Token = "a token for Prometheus";

    [Fact]
    public async Task On_the_machine_itself_anybody_may_read_them()
    {
        using var answer = await app.NewVisitor().Http.GetAsync("/metrics");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer ", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer a token for Prometheu", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer a token for Prometheus2", HttpStatusCode.Unauthorized)]
    [InlineData("Basic a token for Prometheus", HttpStatusCode.Unauthorized)]
    [InlineData("a token for Prometheus", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer " + Token, HttpStatusCode.OK)]
    [InlineData("bearer " + Token, HttpStatusCode.OK)]
    public async Task From_elsewhere_the_token_is_wanted(string? authorization, HttpStatusCode expected)
    {
        var visitor = app.NewVisitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        if (authorization is not null)
        {
            visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await visitor.Http.GetAsync("/metrics");

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected is HttpStatusCode.OK ? "" : "Bearer", answer.Header("WWW-Authenticate"));
        Assert.Equal(
            expected is HttpStatusCode.OK,
            (await answer.Content.ReadAsStringAsync()).Contains("http_server", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Without_a_token_there_is_nothing_for_anybody_elsewhere()
    {
        await using var bare = await NewApp.StartAsync();
        var (passedOn, led) = (bare.NewVisitor(), bare.NewVisitor());
        passedOn.Http.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");
        led.Http.DefaultRequestHeaders.Host = "evil.example";

        foreach (var visitor in (ApiUser[])[passedOn, led])
        {
            visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer ");
            using var answer = await visitor.Http.GetAsync("/metrics");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.Contains("http_server", await bare.NewVisitor().Http.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_gathers_them_asks_by_any_name()
    {
        await using var named = await NewApp.StartAsync(("Magpie:PublicUrl", "https://media.example.org"), ("Magpie:MetricsToken", Token));
        var prometheus = named.NewVisitor();
        prometheus.Http.DefaultRequestHeaders.Host = "10.0.0.5";
        prometheus.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + Token);

        Assert.Contains("http_server", await prometheus.Http.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    public sealed class WithToken : TestApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Magpie:MetricsToken", Token)];
    }
}
