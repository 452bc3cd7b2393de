using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Platform.Web;

/// <summary>What a GET is answered with, without its body; and what may be kept of it.</summary>
public sealed class HeadTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public void Every_route_that_answers_GET_answers_HEAD()
    {
        var alone = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(route =>
                route.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: { } methods }
                && methods.Contains("GET")
                && !methods.Contains("HEAD")
            );

        Assert.Empty(alone.Select(route => route.RoutePattern.RawText));
    }

    [Fact]
    public async Task The_headers_are_those_of_GET_and_there_is_no_body()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("coast.jpg"));
        var address = $"/api/assets/{asset.GetProperty("id").GetString()}";
        using var link = await app.Owner.Http.PostAsync($"{address}/link", null);
        var shared = (await link.ReadJsonAsync()).GetProperty("url").GetString()!;
        var original = asset.GetProperty("original").GetProperty("url").GetString()!;
        var thumb = asset.GetProperty("renditions").EnumerateArray().First().GetProperty("url").GetString()!;

        foreach (
            var path in (string[])
                [
                    "/health/live",
                    "/health/ready",
                    "/openapi/v1.json",
                    "/api/setup",
                    "/api/session",
                    "/api/assets",
                    "/api/labels",
                    "/api/tokens",
                    "/api/surfaces",
                    address,
                    original,
                    thumb,
                    shared,
                ]
        )
        {
            using var get = await app.Owner.Http.GetAsync(path);
            using var head = await app.Owner.Http.SendAsync(new(HttpMethod.Head, path));

            Assert.True(get.StatusCode == head.StatusCode, $"{path}: {get.StatusCode}, {head.StatusCode}");
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal(HeadersOf(get), HeadersOf(head));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_stream_is_described_and_not_begun()
    {
        using var get = await app.Owner.Http.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead);
        using var head = await app.Owner.Http.SendAsync(new(HttpMethod.Head, "/api/events"));

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal("text/event-stream", head.Content.Headers.ContentType?.MediaType);
        Assert.Equal(get.Headers.CacheControl, head.Headers.CacheControl);
        Assert.Equal("no", head.Header("X-Accel-Buffering"));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        using var nobody = await app.NewVisitor().Http.SendAsync(new(HttpMethod.Head, "/api/events"));
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
    }

    [Fact]
    public async Task Looking_where_a_providers_answer_leads_does_not_use_it_up()
    {
        using var head = await app.Owner.Http.SendAsync(new(HttpMethod.Head, "/api/clouds/dropbox/callback?code=1&state=2"));

        Assert.Equal(HttpStatusCode.Redirect, head.StatusCode);
        Assert.Equal("/library", head.Headers.Location?.OriginalString);
        Assert.Empty(head.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData("/api/session")]
    [InlineData("/api/setup")]
    [InlineData("/api/assets")]
    [InlineData("/api/assets/summary")]
    [InlineData("/api/tokens")]
    [InlineData("/api/labels")]
    [InlineData("/api/surfaces")]
    [InlineData("/api/nothing")]
    [InlineData("/api/assets/00000000-0000-7000-8000-000000000000")]
    public async Task Nobody_keeps_what_the_API_says(string address)
    {
        using var answer = await app.Owner.Http.GetAsync(address);
        Assert.True(answer.Headers.CacheControl?.NoStore, answer.Headers.CacheControl?.ToString());

        using var refused = await app.NewVisitor().Http.GetAsync(address);
        Assert.True(refused.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Nor_what_it_answers_to_a_change()
    {
        using var token = await app.Owner.Http.PostAsJsonAsync("/api/tokens", new { name = "for a test", scope = "read" });
        Assert.True(token.Headers.CacheControl?.NoStore);

        using var wrong = await app.NewVisitor().SignInAsync("nobody@example.org");
        Assert.True(wrong.Headers.CacheControl?.NoStore);
    }

    private static string[] HeadersOf(HttpResponseMessage answer) =>
        [
            .. answer
                .Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
                .Order(StringComparer.Ordinal),
        ];
}
