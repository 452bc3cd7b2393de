using System.IO.Compression;
using Magpie.Model.Media;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Media;
using Magpie.Tests.Platform.Media.Inspection;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Browser;

/// <summary>
/// A PNG says in many ways how its numbers are meant. Whatever it says, what Magpie makes of it is as bright as the browser draws the
/// original.
/// </summary>
[Collection<BrowserTests>]
public sealed class PngColourTests(SailingApp app, Chromium chromium) : IClassFixture<SailingApp>, IDisposable
{
    private const int Side = 64;

    private static readonly int[] Srgb = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000],
        P3 = [31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000];
    private static readonly (byte, byte, byte, byte)[] Quarters =
    [
        (128, 128, 128, 255),
        (220, 90, 60, 255),
        (40, 120, 70, 255),
        (70, 90, 200, 255),
    ];

    private readonly TestFolder folder = new();

    [Theory]
    [InlineData("plain", 3)]
    [InlineData("gamma 1.0", 3)]
    [InlineData("gamma 1/1.8", 3)]
    [InlineData("gamma 1/2.2", 3)]
    [InlineData("gamma 1/2.2 and primaries", 3)]
    [InlineData("gamma 1.0 and wide primaries", 4)]
    [InlineData("wide primaries alone", 3)]
    [InlineData("sRGB beats gamma", 3)]
    [InlineData("a profile beats gamma", 4)]
    [InlineData("code beats a profile", 4)]
    [InlineData("code of linear light", 3)]
    [InlineData("a code of nothing leaves gamma", 3)]
    [InlineData("no gamma at all", 3)]
    [InlineData("gamma behind the picture", 3)]
    [InlineData("grey", 3)]
    [InlineData("deep grey", 3)]
    [InlineData("palette", 3)]
    [InlineData("deep", 3)]
    [InlineData("half transparent", 4)]
    // How bright a bright screen's picture is on another one is a matter of taste; it shall be of the same.
    [InlineData("bright, by PQ", 24)]
    [InlineData("bright, by HLG", 24)]
    public async Task It_is_as_bright_as_the_browser_shows_the_original(string what, int tolerance)
    {
        var path = Path.Combine(folder.Path, "said.png");
        await File.WriteAllBytesAsync(path, Png(what), TestContext.Current.CancellationToken);
        var asset = await app.Owner.AddAssetAsync(path, $"{what}.png".Replace('/', ' '));

        var original = await DrawnAsync(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), "image/png");

        foreach (var kind in new[] { "preview", "thumb" })
        {
            var url = asset
                .GetProperty("renditions")
                .EnumerateArray()
                .Single(r => r.GetProperty("kind").GetString() == kind)
                .GetProperty("url")
                .GetString();
            IsAlike(
                $"{what}: {kind}",
                original,
                await DrawnAsync(await app.Owner.Http.GetByteArrayAsync(url, TestContext.Current.CancellationToken), "image/webp"),
                tolerance + 3
            );
        }

        var published = await PublishAsync(path, new FileInfo(path).Length);
        IsAlike($"{what}: for publishing", original, await DrawnAsync(published, "image/png"), tolerance);
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Png(string what) =>
        what switch
        {
            "gamma 1.0" => Colours(Gamma(100_000)),
            "gamma 1/1.8" => Colours(Gamma(55_556)),
            "gamma 1/2.2" => Colours(Gamma(45_455)),
            "gamma 1/2.2 and primaries" => Colours([.. Gamma(45_455), .. Primaries(Srgb)]),
            "gamma 1.0 and wide primaries" => Colours([.. Primaries(P3), .. Gamma(100_000)]),
            "wide primaries alone" => Colours(Primaries(P3)),
            "sRGB beats gamma" => Colours([.. Gamma(100_000), .. TinyMedia.PngChunk("sRGB", 0)]),
            "a profile beats gamma" => Colours([
                .. Gamma(100_000),
                .. TinyMedia.PngChunk("iCCP", [.. "P3"u8, 0, 0, .. Packed(ColourSpace.DisplayP3.Profile())]),
            ]),
            "code beats a profile" => Colours([
                .. TinyMedia.PngChunk("cICP", 12, 13, 0, 1),
                .. TinyMedia.PngChunk("iCCP", [.. "A"u8, 0, 0, .. Packed(ColourSpace.AdobeRgb.Profile())]),
            ]),
            "code of linear light" => Colours(TinyMedia.PngChunk("cICP", 1, 8, 0, 1)),
            "a code of nothing leaves gamma" => Colours([.. TinyMedia.PngChunk("cICP", 2, 2, 0, 1), .. Gamma(100_000)]),
            "no gamma at all" => Colours(Gamma(0)),
            "gamma behind the picture" =>
            [
                .. Colours([])[..^TinyMedia.PngChunk("IEND").Length],
                .. Gamma(100_000),
                .. TinyMedia.PngChunk("IEND"),
            ],
            "grey" => Picture(0, 8, Gamma(100_000), q => [Quarters[q].Item1]),
            "deep grey" => Picture(0, 16, Gamma(100_000), q => [Quarters[q].Item2, 0]),
            "palette" => Picture(
                3,
                8,
                [.. Gamma(100_000), .. TinyMedia.PngChunk("PLTE", [.. Quarters.SelectMany(c => new[] { c.Item1, c.Item2, c.Item3 })])],
                q => [(byte)q]
            ),
            "deep" => Picture(2, 16, Gamma(100_000), q => [Quarters[q].Item1, 0, Quarters[q].Item2, 0, Quarters[q].Item3, 0]),
            "half transparent" => Picture(6, 8, Gamma(100_000), q => [Quarters[q].Item1, Quarters[q].Item2, Quarters[q].Item3, 160]),
            "bright, by PQ" => Picture(2, 8, TinyMedia.PngChunk("cICP", 9, 16, 0, 1), q => [.. Enumerable.Repeat((byte)(60 + 30 * q), 3)]),
            "bright, by HLG" => Picture(2, 8, TinyMedia.PngChunk("cICP", 9, 18, 0, 1), q => [.. Enumerable.Repeat((byte)(60 + 50 * q), 3)]),
            _ => Colours([]),
        };

    private static byte[] Gamma(int stored) => TinyMedia.PngChunk("gAMA", TinyMedia.U32(stored));

    private static byte[] Primaries(int[] points) => TinyMedia.PngChunk("cHRM", [.. points.SelectMany(point => TinyMedia.U32(point))]);

    private static byte[] Colours(byte[] said) => Picture(2, 8, said, q => [Quarters[q].Item1, Quarters[q].Item2, Quarters[q].Item3]);

    private static byte[] Picture(byte type, byte depth, byte[] said, Func<int, byte[]> pixel)
    {
        var raw = new List<byte>();
        for (var y = 0; y < Side; y++)
        {
            raw.Add(0);
            for (var x = 0; x < Side; x++)
            {
                raw.AddRange(pixel((y * 2 / Side * 2) + (x * 2 / Side)));
            }
        }

        return TinyMedia.Png(
            TinyMedia.PngHeader(Side, Side, depth, type),
            said,
            TinyMedia.PngChunk("IDAT", Packed([.. raw])),
            TinyMedia.PngChunk("IEND")
        );
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var deflate = new ZLibStream(output, CompressionLevel.Fastest))
        {
            deflate.Write(bytes);
        }

        return output.ToArray();
    }

    private async Task<byte[]> PublishAsync(string path, long bytes)
    {
        var output = Directory.CreateDirectory(Path.Combine(folder.Path, "published")).FullName;
        var plan = PublishPlan.For(new(MediaFormat.Png, bytes, Side, Side), crop: null, trim: null, rule: null);
        var (file, trouble) = await app
            .Services.GetRequiredService<MediaProcessor>()
            .PublishAsync(MediaFormat.Png, "said.png", path, output, plan, TestContext.Current.CancellationToken);
        Assert.Null(trouble);
        return await File.ReadAllBytesAsync(file!.Path, TestContext.Current.CancellationToken);
    }

    /// <summary>What the browser puts on the screen.</summary>
    private async Task<Pixels> DrawnAsync(byte[] picture, string mediaType)
    {
        await using var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = Side, Height = Side },
            }
        );
        var page = await context.NewPageAsync();
        await page.SetContentAsync(
            $"<body style='margin:0;background:#fff'><img style='display:block' width={Side} height={Side} "
                + $"src='data:{mediaType};base64,{Convert.ToBase64String(picture)}'>"
        );
        await page.WaitForFunctionAsync("() => document.images[0].complete && document.images[0].naturalWidth > 0");
        var shot = Path.Combine(folder.Path, $"{Guid.NewGuid():n}.png");
        await page.ScreenshotAsync(new() { Path = shot });
        return await Ffmpeg.PixelsAsync(shot, Side, Side);
    }

    private static void IsAlike(string what, Pixels expected, Pixels seen, int tolerance)
    {
        foreach (var (x, y) in FlatColours.Middles)
        {
            var (a, b) = (expected.At(x, y), seen.At(x, y));
            var furthest = new[] { a.Red - b.Red, a.Green - b.Green, a.Blue - b.Blue }.Max(Math.Abs);
            Assert.True(furthest <= tolerance, $"{what}: {b} at {(x, y)}, where the browser shows {a}");
        }
    }
}
