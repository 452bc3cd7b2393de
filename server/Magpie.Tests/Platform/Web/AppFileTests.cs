using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace Magpie.Tests.Platform.Web;

/// <summary>The web app's files go out as small as the browser takes them, and are right in whichever way.</summary>
public sealed class AppFileTests(AppFileTests.PackedApp app) : IClassFixture<AppFileTests.PackedApp>
{
    private const string Script = "/assets/app-1a2b3c.js";
    private static readonly string Text = $"export const text = '{new string('m', 5_000)}';";

    private readonly HttpClient http = app.NewVisitor().Http;

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("*", "br")]
    [InlineData("deflate", null)]
    [InlineData("identity", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("no such thing, ,", null)]
    [InlineData(null, null)]
    public async Task A_file_goes_out_packed_as_the_browser_likes_it_best(string? accepted, string? coding)
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var answer = await AskAsync(method, Script, accepted);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(coding ?? "", answer.Header("Content-Encoding"));
            Assert.Equal("Accept-Encoding", answer.Header("Vary"));
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl?.ToString());
            Assert.Equal(app.SizeOf(Script, coding), answer.Content.Headers.ContentLength);
            if (method == HttpMethod.Get)
            {
                Assert.Equal(Text, await UnpackAsync(answer));
            }
        }
    }

    [Fact]
    public async Task The_page_goes_out_packed_at_every_address_and_is_asked_for_anew()
    {
        foreach (var address in (string[])["/", "/library?q=sail", "/index.html"])
        {
            using var answer = await AskAsync(HttpMethod.Get, address, "br");

            Assert.Equal(
                ("br", "text/html; charset=utf-8", "no-cache", "Accept-Encoding"),
                (
                    answer.Header("Content-Encoding"),
                    answer.Content.Headers.ContentType?.ToString(),
                    answer.Headers.CacheControl?.ToString(),
                    answer.Header("Vary")
                )
            );
            Assert.StartsWith("<!doctype html>", await UnpackAsync(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_browser_has_already_is_not_sent_again_and_each_packing_is_told_from_the_others()
    {
        var tags = new HashSet<EntityTagHeaderValue>();
        foreach (var coding in (string[])["br", "gzip", "identity"])
        {
            using var first = await AskAsync(HttpMethod.Get, "/", coding);
            var tag = first.Headers.ETag!;
            Assert.False(tag.IsWeak);
            Assert.True(tags.Add(tag));

            using var again = await AskAsync(HttpMethod.Get, "/", coding, request => request.Headers.IfNoneMatch.Add(tag));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal((tag, "no-cache"), (again.Headers.ETag, again.Headers.CacheControl?.ToString()));
        }

        using var other = await AskAsync(HttpMethod.Get, "/", "br", request => request.Headers.IfNoneMatch.Add(tags.Last()));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_range_is_one_of_the_file_itself()
    {
        using var answer = await AskAsync(HttpMethod.Get, Script, "br, gzip", request => request.Headers.Range = new(7, 11));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(
            ("", $"bytes 7-11/{Text.Length}"),
            (answer.Header("Content-Encoding"), answer.Content.Headers.ContentRange?.ToString())
        );
        Assert.Equal(Text[7..12], await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(Script + ".br")]
    [InlineData(Script + ".gz")]
    [InlineData("/index.html.br")]
    [InlineData("/assets/app-000000.js")]
    [InlineData("/assets")]
    public async Task What_is_packed_has_no_address_of_its_own_and_what_is_missing_is_no_page(string address)
    {
        using var answer = await AskAsync(HttpMethod.Get, address, "br");

        Assert.Equal(address is "/assets" ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(address is "/assets" ? "no-cache" : "", answer.Headers.CacheControl?.ToString() ?? "");
    }

    [Fact]
    public async Task A_font_is_packed_as_it_is()
    {
        using var answer = await AskAsync(HttpMethod.Get, "/assets/inter-1a2b3c.woff2", "br");

        Assert.Equal(("", "font/woff2"), (answer.Header("Content-Encoding"), answer.Content.Headers.ContentType?.MediaType));
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string address, string? accepted, Action<HttpRequestMessage>? also = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        also?.Invoke(request);
        return http.SendAsync(request);
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage answer)
    {
        await using var stream = Unpacking.Of(answer.Header("Content-Encoding"), await answer.Content.ReadAsStreamAsync());
        return await new StreamReader(stream).ReadToEndAsync();
    }

    public sealed class PackedApp : TestApp
    {
        private string root = "";

        public long SizeOf(string address, string? coding) =>
            new FileInfo(
                root
                    + address
                    + (
                        coding switch
                        {
                            "br" => ".br",
                            "gzip" => ".gz",
                            _ => "",
                        }
                    )
            ).Length;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            root = Directory.CreateDirectory(Path.Combine(DataFolder, "page", "assets")).Parent!.FullName;
            Write("index.html", $"<!doctype html><title>{new string('m', 500)}</title>");
            Write(Script[1..], Text);
            File.WriteAllBytes(Path.Combine(root, "assets", "inter-1a2b3c.woff2"), [1, 2, 3]);
            builder.UseWebRoot(root);
        }

        private void Write(string name, string text)
        {
            var path = Path.Combine(root, name);
            File.WriteAllText(path, text);
            Pack(new BrotliStream(File.Create($"{path}.br"), CompressionLevel.SmallestSize), text);
            Pack(new GZipStream(File.Create($"{path}.gz"), CompressionLevel.SmallestSize), text);
        }

        private static void Pack(Stream stream, string text)
        {
            using (stream)
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }
    }
}
