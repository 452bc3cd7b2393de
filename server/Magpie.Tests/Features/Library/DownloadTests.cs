using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed class DownloadTests(DownloadTests.Filled app) : IClassFixture<DownloadTests.Filled>
{
    private readonly byte[] clip = FreeMedia.BytesOf("clip.mp4");

    [Fact]
    public async Task A_file_goes_out_typed_by_us_and_can_do_nothing_in_a_browser()
    {
        foreach (var (address, type) in app.Files())
        {
            using var answer = await app.Owner.Http.GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType?.ToString());
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.StartsWith("sandbox; default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
            Assert.Equal("bytes", answer.Header("Accept-Ranges"));
            Assert.StartsWith("inline; ", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_browser_may_keep_it_for_good_but_no_cache_between_may()
    {
        foreach (var (address, _) in app.Files())
        {
            using var answer = await app.Owner.Http.GetAsync(address);

            var cache = answer.Headers.CacheControl!;
            Assert.True(cache.Private);
            Assert.Equal(TimeSpan.FromDays(365), cache.MaxAge);
            Assert.Contains("immutable", cache.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_rendition_without_its_version_is_asked_for_anew_each_time()
    {
        var thumb = app.Files().First(file => file.Address.Contains("/thumb", StringComparison.Ordinal)).Address.Split('?')[0];

        using var bare = await app.Owner.Http.GetAsync(thumb);
        using var old = await app.Owner.Http.GetAsync(thumb + "?v=0123456789abcdef");

        Assert.Equal("no-cache, private", bare.Headers.CacheControl?.ToString());
        Assert.Equal("no-cache, private", old.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task What_the_browser_has_is_not_sent_again()
    {
        foreach (var (address, _) in app.Files())
        {
            using var first = await app.Owner.Http.GetAsync(address);
            var tag = first.Headers.ETag!;
            Assert.False(tag.IsWeak);

            using var again = await GetAsync(address, request => request.Headers.IfNoneMatch.Add(tag));
            using var other = await GetAsync(address, request => request.Headers.IfNoneMatch.Add(new("\"other\"")));

            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [Theory]
    [InlineData(0, 0L)]
    [InlineData(100, 199L)]
    [InlineData(111_000, null)]
    [InlineData(null, 500L)]
    public async Task A_range_is_sent_alone(int? from, long? to)
    {
        using var answer = await GetAsync(app.ClipAddress, request => request.Headers.Range = new(from, to));

        var start = from ?? clip.Length - (int)to!;
        var end = from is null ? clip.Length : (int)(to + 1 ?? clip.Length);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal($"bytes {start}-{end - 1}/{clip.Length}", answer.Content.Headers.ContentRange?.ToString());
        Assert.Equal(clip[start..end], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_range_beyond_the_end_cannot_be_sent()
    {
        using var answer = await GetAsync(app.ClipAddress, request => request.Headers.Range = new(clip.Length, null));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        Assert.Equal($"bytes */{clip.Length}", answer.Content.Headers.ContentRange?.ToString());
    }

    [Fact]
    public async Task A_range_of_what_has_changed_since_is_sent_whole()
    {
        using var answer = await GetAsync(
            app.ClipAddress,
            request =>
            {
                request.Headers.Range = new(100, 199);
                request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"older\""));
            }
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(clip, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task HEAD_tells_all_but_the_bytes()
    {
        foreach (var (address, type) in app.Files())
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, address);
            using var head = await app.Owner.Http.SendAsync(request);
            var bytes = await app.Owner.Http.GetByteArrayAsync(address);

            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Equal((bytes.Length, type), (head.Content.Headers.ContentLength, head.Content.Headers.ContentType?.ToString()));
            Assert.NotNull(head.Headers.ETag);
        }
    }

    [Theory]
    [InlineData("Über den Wolken 🌤 (1).gif", "Über den Wolken 🌤 (1).gif")]
    [InlineData("日本語", "日本語.gif")]
    [InlineData("\"; filename=\"evil.html", "_; filename=_evil.html.gif")]
    [InlineData("100%2F..;,='.GIF", "100%2F..;,='.GIF")]
    [InlineData("photo.jpg", "photo.jpg.gif")]
    public async Task A_download_is_saved_under_its_name_with_a_true_ending(string name, string saved)
    {
        var asset = await app.Owner.GetJsonAsync(await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"), name));

        using var answer = await app.Owner.Http.GetAsync(asset.GetProperty("original").GetProperty("downloadUrl").GetString());

        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", saved), (disposition.DispositionType, disposition.FileNameStar));
        Assert.All(answer.Header("Content-Disposition"), character => Assert.True(char.IsAscii(character) && !char.IsControl(character)));
    }

    [Fact]
    public async Task A_rendition_that_is_not_made_is_not_there()
    {
        var asset = app.ClipAddress.Split("/original")[0];

        foreach (var kind in new[] { "playback", "huge", "0" })
        {
            using var answer = await app.Owner.Http.GetAsync($"{asset}/renditions/{kind}");
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{kind}: {answer.StatusCode}");
        }
    }

    private async Task<HttpResponseMessage> GetAsync(string address, Action<HttpRequestMessage> with)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        with(request);
        return await app.Owner.Http.SendAsync(request);
    }

    public sealed class Filled(Shared<TestApp> shared) : SharedApp(shared)
    {
        private readonly List<JsonElement> assets = [];

        public string ClipAddress => assets[0].GetProperty("original").GetProperty("url").GetString()!;

        public IEnumerable<(string Address, string MediaType)> Files() =>
            assets.SelectMany(asset =>
                asset
                    .GetProperty("renditions")
                    .EnumerateArray()
                    .Select(rendition => (rendition.GetProperty("url").GetString()!, rendition.GetProperty("mediaType").GetString()!))
                    .Append((asset.GetProperty("original").GetProperty("url").GetString()!, asset.GetProperty("mediaType").GetString()!))
            );

        protected override async Task PrepareAsync()
        {
            foreach (var name in new[] { "clip.mp4", "coast.jpg" })
            {
                assets.Add(await Owner.AddAssetAsync(FreeMedia.PathOf(name)));
            }
        }
    }
}
