using System.Globalization;
using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Operations;

public sealed class HealthTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Anyone_may_ask_whether_it_is_well(string address)
    {
        var visitor = app.NewVisitor();

        // A busy machine may keep the database waiting for longer than it is given to answer.
        using var answer = await ApiUser.WaitForAsync(
            () => visitor.Http.GetAsync(address),
            answer => answer.StatusCode is HttpStatusCode.OK
        );

        Assert.Equal("Healthy", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_metrics_are_in_the_text_format_of_Prometheus()
    {
        await app.Owner.GetJsonAsync("/api/assets");

        // A request is counted when it has ended on the server, a moment after its client has the answer.
        var visitor = app.NewVisitor();
        await ApiUser.WaitForAsync(
            async () =>
            {
                await app.Owner.GetJsonAsync("/api/assets");
                return await visitor.Http.GetStringAsync("/metrics");
            },
            text => text.Contains("http_route=\"/api/assets", StringComparison.Ordinal)
        );

        using var answer = await visitor.Http.GetAsync("/metrics");

        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var series = new HashSet<string>();
        foreach (var line in (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Matches(
                @"^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[a-zA-Z_][a-zA-Z0-9_]*=""([^""\\\n]|\\[\\""n])*""(,[a-zA-Z_][a-zA-Z0-9_]*=""([^""\\\n]|\\[\\""n])*"")*\})? [^ ]+$",
                line
            );
            Assert.True(
                double.TryParse(line[(line.LastIndexOf(' ') + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out _),
                line
            );
            Assert.True(series.Add(line[..line.LastIndexOf(' ')]), $"{line} is there twice.");
        }

        Assert.Contains(
            series,
            name =>
                name.StartsWith("http_server_request_duration_count{", StringComparison.Ordinal)
                && name.Contains("http_route=\"/api/assets", StringComparison.Ordinal)
        );
    }
}
