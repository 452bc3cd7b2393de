using System.IO.Compression;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Magpie.Tests.Features.Imports;

/// <summary>Servers that send something else than a file: each import ends with its sentence, and nothing of it stays.</summary>
public sealed class BadBodyTests(SharedImportApp app) : IClassFixture<SharedImportApp>
{
    private static readonly byte[] Html = "<!doctype html><html><title>Sign in</title></html>"u8.ToArray();

    [Theory]
    [InlineData(401, "*a.jpg* needs a sign-in at its server. Use an address that anybody can open, or download the file and upload it.")]
    [InlineData(403, "*a.jpg* needs a sign-in at its server. Use an address that anybody can open, or download the file and upload it.")]
    [InlineData(404, "There is no file at this address. Check it in a browser, then paste it again.")]
    [InlineData(500, "The server at this address can’t give out the file right now. Retry later.")]
    public Task A_status_without_a_file(int status, string sentence) => EndsAsync(app.Source.Status($"{status}/a.jpg", status), sentence);

    [Fact]
    public Task A_web_page_called_jpg() =>
        EndsAsync(
            app.Source.Put("page/a.jpg", Html, "image/jpeg"),
            "*a.jpg* is an HTML page, which Magpie does not support. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM."
        );

    [Fact]
    public async Task A_picture_when_it_is_looked_at_and_a_web_page_when_it_is_fetched()
    {
        var asked = 0;
        var url = app.Source.Page(
            "turns/a.png",
            http => http.Response.Body.WriteAsync(asked++ == 0 ? FreeMedia.BytesOf("alpha.png") : Html).AsTask()
        );
        Assert.Equal("png", (await (await app.Owner.ProbeAsync(url)).ReadJsonAsync()).GetProperty("format").GetString());
        await EndsAsync(url, "*a.png* is an HTML page, which Magpie does not support. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.");
    }

    [Fact]
    public Task A_body_that_stops() =>
        EndsAsync(
            app.Source.Page(
                "stops/a.jpg",
                async http =>
                {
                    await http.Response.Body.WriteAsync(FreeMedia.BytesOf("coast.jpg").AsMemory(0, 5000));
                    await http.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, http.RequestAborted);
                }
            ),
            "*a.jpg* came too slowly, and was given up. Retry, or download the file and upload it."
        );

    [Fact]
    public Task A_picture_that_never_ends() =>
        EndsAsync(
            app.Source.Page("endless/a.jpg", http => PourAsync(http, "coast.jpg", long.MaxValue)),
            "*a.jpg* is larger than 20 MB, the most that a picture may be. Use a smaller version, or ask an admin to raise the limit."
        );

    [Fact]
    public Task A_picture_of_21_MB_that_declares_nothing() =>
        EndsAsync(
            app.Source.Page("21/a.jpg", http => PourAsync(http, "coast.jpg", 21_000_000)),
            "*a.jpg* is larger than 20 MB, the most that a picture may be. Use a smaller version, or ask an admin to raise the limit."
        );

    [Fact]
    public Task A_video_of_51_MB_that_declares_nothing() =>
        EndsAsync(
            app.Source.Page("51/a.mp4", http => PourAsync(http, "clip.mp4", 51_000_000)),
            "*a.mp4* is larger than 50 MB, the most that a video may be. Use a smaller version, or ask an admin to raise the limit."
        );

    [Fact]
    public Task A_picture_that_declares_21_MB_is_refused_before_they_come() =>
        EndsAsync(
            app.Source.Page(
                "declares/a.jpg",
                async http =>
                {
                    http.Response.ContentLength = 21_000_000;
                    await http.Response.Body.WriteAsync(FreeMedia.BytesOf("coast.jpg").AsMemory(0, 5000));
                    await http.Response.Body.FlushAsync();
                    await Task.Delay(Timeout.Infinite, http.RequestAborted);
                }
            ),
            "*a.jpg* is 21 MB; pictures may be up to 20 MB. Export it smaller, or ask an admin to raise the limit."
        );

    [Fact]
    public Task More_declared_than_comes() =>
        EndsAsync(
            app.Source.Page(
                "more/a.jpg",
                async http =>
                {
                    var file = FreeMedia.BytesOf("coast.jpg");
                    http.Response.ContentLength = file.Length + 1000;
                    await http.Response.Body.WriteAsync(file);
                    await http.Response.Body.FlushAsync();
                    http.Abort();
                }
            ),
            "The connection broke off before *a.jpg* was whole. Retry."
        );

    [Fact]
    public async Task Less_declared_than_the_file_has() =>
        Assert.Contains(
            "*a.jpg*",
            await EndsAsync(app.Source.Put("less/a.jpg", FreeMedia.BytesOf("coast.jpg")[..9000]), null),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_small_body_that_would_become_a_large_one() =>
        await EndsAsync(
            app.Source.Page(
                "bomb/a.png",
                async http =>
                {
                    http.Response.Headers.ContentEncoding = "gzip";
                    await using var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
                    await packed.WriteAsync(FreeMedia.BytesOf("alpha.png"));
                    for (var i = 0; i < 1000; i++)
                    {
                        await packed.WriteAsync(new byte[100_000]);
                    }
                }
            ),
            "The server sends *a.png* packed, which Magpie does not open. Download the file and upload it."
        );

    [Fact]
    public async Task An_empty_body() =>
        Assert.Contains("is empty", await EndsAsync(app.Source.Put("empty/a.png", []), null), StringComparison.Ordinal);

    private async Task<string> EndsAsync(string url, string? sentence)
    {
        var before = await new Leftovers(app).StorageAsync();
        var id = await app.Owner.ImportAsync(url);
        var reason = await app.Owner.FailureOfAsync(id);
        Assert.True(reason is not null && (sentence is null || sentence == reason), reason);
        Assert.Empty(await ApiUser.WaitForAsync(() => new Leftovers(app).OfAsync(id), left => left.Count == 0));
        Assert.Equal(before, await new Leftovers(app).StorageAsync());
        await ApiUser.WaitForAsync(() => Task.FromResult(app.Source.ConnectionsFor(url)), open => open == 0);
        return reason;
    }

    private static async Task PourAsync(HttpContext http, string media, long length)
    {
        var start = FreeMedia.BytesOf(media);
        await http.Response.Body.WriteAsync(start, http.RequestAborted);
        var block = new byte[64 << 10];
        for (long sent = start.Length; sent < length; sent += block.Length)
        {
            await http.Response.Body.WriteAsync(block, http.RequestAborted);
        }
    }
}
