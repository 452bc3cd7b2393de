using System.Net;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Magpie.Tests.Features.Operations;

public sealed class PageTests(PageTests.WithPage app) : IClassFixture<PageTests.WithPage>
{
    private readonly HttpClient http = app.NewVisitor().Http;

    [Theory]
    [InlineData("/")]
    [InlineData("/library")]
    [InlineData("/settings/tokens?x=1")]
    [InlineData("/no/such/page")]
    public async Task Every_page_is_the_app_and_is_asked_for_anew(string address)
    {
        using var answer = await http.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("<!doctype html><title>Magpie</title>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_file_of_the_app_is_kept_for_good_and_a_missing_one_is_no_page()
    {
        using var script = await http.GetAsync("/assets/app-1a2b3c.js");
        using var missing = await http.GetAsync("/assets/app-000000.js");

        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.NotEqual("text/html", missing.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api")]
    [InlineData("/api/assets/not-an-id")]
    public async Task An_unknown_address_of_the_API_is_a_problem(string address)
    {
        using var answer = await http.GetAsync(address);

        var problem = await answer.ShouldBeProblemAsync(404, "not-found");
        Assert.Equal("There is nothing at this address. It may have been deleted.", problem.Sentence());
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var answer = await http.PostAsync(
            "/api/session",
            new StringContent($"{{\"email\":\"{new string('a', 1_100_000)}\"}}", null, "application/json")
        );

        await answer.ShouldBeProblemAsync(413, "too-large");
    }

    [Theory]
    [InlineData("/", "same-origin", "DENY", true)]
    [InlineData("/api/setup", "same-origin", "DENY", true)]
    [InlineData("/assets/app-1a2b3c.js", "", "", false)]
    public async Task What_documents_alone_heed_is_not_sent_with_each_of_their_parts(
        string address,
        string opener,
        string frames,
        bool forbidsPlaces
    )
    {
        using var answer = await http.GetAsync(address);

        Assert.Equal(opener, answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal(frames, answer.Header("X-Frame-Options"));
        Assert.Equal(forbidsPlaces, answer.Header("Permissions-Policy").Contains("geolocation=()", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/app-1a2b3c.js")]
    [InlineData("/api/setup")]
    [InlineData("/api/session")]
    [InlineData("/api/nothing")]
    [InlineData("/health/live")]
    public async Task Every_answer_tells_the_browser_to_be_careful(string address)
    {
        using var answer = await http.GetAsync(address);

        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Empty(answer.Header("Server"));
        var policy = answer.Header("Content-Security-Policy").Split("; ");
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain(
            policy,
            directive =>
                directive.Contains('*')
                || directive.Contains("unsafe-eval", StringComparison.Ordinal)
                || directive.Contains("http", StringComparison.Ordinal)
        );
    }

    public sealed class WithPage : TestApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            var root = Directory.CreateDirectory(Path.Combine(DataFolder, "page", "assets")).Parent!.FullName;
            File.WriteAllText(Path.Combine(root, "index.html"), "<!doctype html><title>Magpie</title>");
            File.WriteAllText(Path.Combine(root, "assets", "app-1a2b3c.js"), "export {};");
            builder.UseWebRoot(root);
        }
    }
}
