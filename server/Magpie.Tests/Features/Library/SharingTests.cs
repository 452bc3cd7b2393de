using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed partial class SharingTests(SharedApp app) : IClassFixture<SharedApp>
{
    private readonly HttpClient stranger = app.NewVisitor().Http;

    [Theory]
    [InlineData("coast.jpg")]
    [InlineData("phone_gps.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("alpha.png")]
    [InlineData("animated.png")]
    [InlineData("still.webp")]
    [InlineData("animated.webp")]
    [InlineData("animated.gif")]
    [InlineData("clip.mp4")]
    [InlineData("rotated_90_gps.mp4")]
    [InlineData("prores.mov")]
    [InlineData("hevc.mov")]
    [InlineData("odd_size.webm")]
    public async Task A_shared_file_says_nothing_of_its_place_and_looks_the_same(string name)
    {
        using var folder = new TestFolder();
        var original = await PutPlaceIntoAsync(FreeMedia.PathOf(name), folder);
        Assert.Matches(Place(), await TagsOfAsync(original));
        var asset = await app.Owner.AddAssetAsync(original);

        var shared = Path.Combine(folder.Path, $"shared{Path.GetExtension(name)}");
        await File.WriteAllBytesAsync(shared, await stranger.GetByteArrayAsync(await ShareAsync(asset), Ct), Ct);

        Assert.DoesNotMatch(Place(), await TagsOfAsync(shared));
        Assert.Equal(await PixelsOfAsync(original), await PixelsOfAsync(shared));
        Assert.Equal(await HeldAsync(original), await HeldAsync(shared));
    }

    [Fact]
    public async Task The_original_stays_as_it_came_in()
    {
        using var folder = new TestFolder();
        var original = await PutPlaceIntoAsync(FreeMedia.PathOf("coast.jpg"), folder);
        var asset = await app.Owner.AddAssetAsync(original, "kept.jpg");
        await ShareAsync(asset);

        Assert.Equal(
            await File.ReadAllBytesAsync(original, Ct),
            await app.Owner.Http.GetByteArrayAsync(asset.GetProperty("original").GetProperty("url").GetString(), Ct)
        );
    }

    [Fact]
    public async Task A_link_works_without_a_session_until_it_is_switched_off()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"), "over the clouds.gif");
        var url = await ShareAsync(asset);
        Assert.Equal(url, await ShareAsync(asset));

        using var answer = await stranger.GetAsync(url, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/gif", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());

        using var off = await app.Owner.Http.DeleteAsync($"{AddressOf(asset)}/link", Ct);
        Assert.Equal(HttpStatusCode.NoContent, off.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url, Ct)).StatusCode);
        Assert.NotEqual(url, await ShareAsync(asset));
    }

    [Fact]
    public async Task A_link_is_dead_once_its_asset_is_deleted_and_stays_so_after_a_restore()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.webp"), "gone.webp");
        var url = await ShareAsync(asset);

        await app.Owner.Http.DeleteAsync(AddressOf(asset), Ct);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url, Ct)).StatusCode);

        await app.Owner.ActAsync(new { action = "restore", assetIds = new[] { asset.GetProperty("id").GetGuid() } });
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(url, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_shared_video_can_be_fetched_in_pieces()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("clip.mp4"), "pieces.mp4");
        using var request = new HttpRequestMessage(HttpMethod.Get, await ShareAsync(asset))
        {
            Headers = { Range = new RangeHeaderValue(4, 7) },
        };

        using var answer = await stranger.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("ftyp"u8.ToArray(), await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task A_guessed_address_is_nobodys()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/shared/AAAAAAAAAAAAAAAAAAAAAA/a.jpg", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync($"/api/assets/{Guid.NewGuid()}/link", null, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Owner.Http.PostAsync($"/api/assets/{Guid.NewGuid()}/link", null, Ct)).StatusCode);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string AddressOf(JsonElement asset) => $"/api/assets/{asset.GetProperty("id").GetString()}";

    private async Task<string> ShareAsync(JsonElement asset)
    {
        using var answer = await app.Owner.Http.PostAsync($"{AddressOf(asset)}/link", null, Ct);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Ct));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("url").GetString()!;
    }

    /// <summary>A copy that carries a place in each way its format knows.</summary>
    private static async Task<string> PutPlaceIntoAsync(string path, TestFolder folder)
    {
        var copy = Path.Combine(folder.Path, $"placed{Path.GetExtension(path)}");
        if (Path.GetExtension(path) == ".webm")
        {
            await Tools.RunAsync(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                path,
                "-c",
                "copy",
                "-metadata",
                "LOCATION=+52.5200+013.4050/",
                "-metadata:s:v",
                "LOCATION=+52.5200+013.4050/",
                copy
            );
            return copy;
        }

        File.Copy(path, copy);
        string[] tags = Path.GetExtension(path) switch
        {
            ".gif" => ["-XMP-exif:GPSLatitude=52.52", "-XMP-photoshop:City=Location Berlin", "-Comment=Location Berlin"],
            ".mp4" or ".mov" =>
            [
                "-XMP-exif:GPSLatitude=52.52",
                "-Keys:GPSCoordinates=52.52 13.405 34",
                "-UserData:GPSCoordinates=52.52 13.405 34",
            ],
            _ =>
            [
                "-GPSLatitude=52.52",
                "-GPSLatitudeRef=N",
                "-GPSLongitude=13.405",
                "-XMP-exif:GPSLatitude=52.52",
                "-XMP-iptcExt:LocationShownCity=Berlin",
            ],
        };
        await Tools.RunAsync("exiftool", ["-q", "-overwrite_original", .. tags, copy]);
        return copy;
    }

    private static Task<string> TagsOfAsync(string path) => Tools.RunAsync("exiftool", "-a", "-u", "-ee3", "-G1", "-s", path);

    /// <summary>
    /// A hash over every frame. Animated PNG and WebP are beyond ffmpeg: of the one, the coded pictures themselves are compared, of the
    /// other the previews that Magpie makes.
    /// </summary>
    private async Task<string> PixelsOfAsync(string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".png":
                return CodedPicturesOf(await File.ReadAllBytesAsync(path, Ct));
            case ".webp":
                var asset = await app.Owner.AddAssetAsync(path);
                return asset
                    .GetProperty("renditions")
                    .EnumerateArray()
                    .Single(r => r.GetProperty("kind").GetString() == "preview")
                    .GetProperty("url")
                    .GetString()!
                    .Split("?v=")[1];
            default:
                var lines = await Tools.RunAsync(
                    "ffmpeg",
                    "-v",
                    "error",
                    "-noautorotate",
                    "-i",
                    path,
                    "-map",
                    "0:v:0",
                    "-fps_mode",
                    "passthrough",
                    "-f",
                    "framehash",
                    "-hash",
                    "md5",
                    "-"
                );
                return string.Join(
                    '\n',
                    lines
                        .Split('\n')
                        .Where(line => line.Length > 0 && line[0] != '#')
                        .Select(line => line[(line.LastIndexOf(',') + 1)..].Trim())
                );
        }
    }

    private static string CodedPicturesOf(byte[] png)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        for (var at = 8; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) is "IHDR" or "PLTE" or "tRNS" or "IDAT" or "acTL" or "fcTL" or "fdAT")
            {
                hash.AppendData(png, at, length + 12);
            }

            at += length + 12;
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static Task<string> HeldAsync(string path) =>
        Tools.RunAsync("exiftool", "-n", "-s3", "-Orientation", "-Rotation", "-ImageSize", path);

    [GeneratedRegex("GPS|Location|Berlin|XMP", RegexOptions.IgnoreCase)]
    private static partial Regex Place();
}
