using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>However a camera was held, its renditions are upright, and none of them tells where or with what it was taken.</summary>
public sealed class RenditionShapeTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private static readonly (int Red, int Green, int Blue)[] Upright = [(230, 30, 30), (30, 200, 30), (30, 30, 230), (240, 240, 240)];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("magpie-shapes-");

    // What a camera did to the upright picture before it wrote that number: EXIF 2.32, 4.6.4 A.
    [Theory]
    [InlineData(1, "null")]
    [InlineData(2, "hflip")]
    [InlineData(3, "hflip,vflip")]
    [InlineData(4, "vflip")]
    [InlineData(5, "transpose=0")]
    [InlineData(6, "transpose=2")]
    [InlineData(7, "transpose=3")]
    [InlineData(8, "transpose=1")]
    public async Task A_picture_looks_the_same_however_it_lies_in_its_file(int orientation, string stored)
    {
        var path = Path.Combine(folder.FullName, "turned.jpg");
        await MakeQuartersAsync(path, stored, "-q:v", "2");
        await File.WriteAllBytesAsync(path, WithOrientation(await File.ReadAllBytesAsync(path), orientation));

        var asset = await app.Owner.AddAssetAsync(path);

        Assert.Equal((320, 200), (asset.GetProperty("width").GetInt32(), asset.GetProperty("height").GetInt32()));
        await ShowsQuartersAsync(asset, "preview", ".webp", [0, 1, 2, 3]);
        await ShowsQuartersAsync(asset, "thumb", ".webp", [0, 1, 2, 3]);
    }

    // The matrix turns clockwise; each number says which quarter is then seen at the top left, top right, bottom left, bottom right.
    [Theory]
    [InlineData(0, 1, 0, 0, 1, new[] { 0, 1, 2, 3 })]
    [InlineData(90, 0, 1, -1, 0, new[] { 2, 0, 3, 1 })]
    [InlineData(180, -1, 0, 0, -1, new[] { 3, 2, 1, 0 })]
    [InlineData(270, 0, -1, 1, 0, new[] { 1, 3, 0, 2 })]
    public async Task A_video_is_upright_however_the_phone_was_held(int degrees, int a, int b, int c, int d, int[] seen)
    {
        var path = Path.Combine(folder.FullName, $"held-{degrees}.mp4");
        await MakeQuartersAsync(
            path,
            "null",
            "-c:v",
            "libx265",
            "-x265-params",
            "log-level=error",
            "-tag:v",
            "hvc1",
            "-pix_fmt",
            "yuv420p"
        );
        await File.WriteAllBytesAsync(path, WithMatrix(await File.ReadAllBytesAsync(path), a, b, c, d));

        var asset = await app.Owner.AddAssetAsync(path);

        Assert.Equal("ready", asset.GetProperty("status").GetString());
        Assert.Equal(
            degrees % 180 == 0 ? (320, 200) : (200, 320),
            (asset.GetProperty("width").GetInt32(), asset.GetProperty("height").GetInt32())
        );
        await ShowsQuartersAsync(asset, "poster", ".webp", seen);
        await ShowsQuartersAsync(asset, "hover", ".mp4", seen);
        await ShowsQuartersAsync(asset, "playback", ".mp4", seen);
    }

    [Theory]
    [InlineData(1, 1, "rgb24", 1, 1)]
    [InlineData(1, 900, "rgb24", 1, 16)]
    [InlineData(2400, 3, "rgb24", 16, 1)]
    [InlineData(17, 9, "gray", 16, 8)]
    [InlineData(640, 480, "rgb24", 16, 12)]
    [InlineData(1, 900, "rgba", 1, 16)]
    [InlineData(640, 480, "rgba", 16, 12)]
    public async Task A_placeholder_has_the_shape_of_its_picture_however_odd_that_is(
        int width,
        int height,
        string pixels,
        int tinyWidth,
        int tinyHeight
    )
    {
        var path = Path.Combine(folder.FullName, $"{width}x{height}.png");
        await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-f",
            "lavfi",
            "-i",
            $"color=c=0x1ec81e:s={width}x{height},format={pixels}",
            "-frames:v",
            "1",
            path
        );

        var asset = await app.Owner.AddAssetAsync(path);

        var placeholder = asset.GetProperty("placeholder").GetString()!;
        var tiny = WebpFile.Read(Convert.FromBase64String(placeholder[(placeholder.IndexOf(',', StringComparison.Ordinal) + 1)..]));
        Assert.InRange(tiny.Width, tinyWidth - 1, tinyWidth + 1);
        Assert.InRange(tiny.Height, tinyHeight - 1, tinyHeight + 1);
        Assert.InRange(Math.Max(tiny.Width, tiny.Height), 1, 16);
    }

    [Theory, InlineData("phone_gps.jpg"), InlineData("rotated_90_gps.mp4"), InlineData("orientation_6.jpg")]
    public async Task No_rendition_tells_where_or_with_what_it_was_taken(string file)
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf(file));

        foreach (var rendition in asset.GetProperty("renditions").EnumerateArray())
        {
            var text = Encoding.Latin1.GetString(await app.Owner.Http.GetByteArrayAsync(rendition.GetProperty("url").GetString()));
            foreach (
                var trace in new[]
                {
                    "Exif",
                    "EXIF",
                    "GPS",
                    "52.52",
                    "+52",
                    "xmp",
                    "XMP ",
                    "ICCP",
                    "Test Phone",
                    "\u00A9xyz",
                    "loci",
                    "2025",
                }
            )
            {
                Assert.DoesNotContain(trace, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task What_the_camera_said_is_kept_beside_the_picture()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("phone_gps.jpg"), "camera.jpg");

        Assert.Equal("Magpie Test Phone 2", asset.GetProperty("camera").GetString());
        Assert.Equal(new DateTime(2025, 7, 14, 16, 30, 5, DateTimeKind.Utc), asset.GetProperty("capturedAt").GetDateTime());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task MakeQuartersAsync(string path, string stored, params string[] encoder)
    {
        var quarters = Upright.Select(
            (colour, i) => $"color=c=0x{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}:s=160x100:r=10:d=0.5[q{i}]"
        );
        await Ffmpeg.RunAsync(
            "ffmpeg",
            [
                "-v",
                "error",
                "-y",
                "-filter_complex",
                $"{string.Join(';', quarters)};[q0][q1]hstack[t];[q2][q3]hstack[b];[t][b]vstack,{stored}[v]",
                "-map",
                "[v]",
                .. path.EndsWith(".jpg", StringComparison.Ordinal) ? ["-frames:v", "1"] : Array.Empty<string>(),
                .. encoder,
                path,
            ]
        );
    }

    private async Task ShowsQuartersAsync(JsonElement asset, string kind, string ending, int[] seen)
    {
        var rendition = asset.GetProperty("renditions").EnumerateArray().Single(found => found.GetProperty("kind").GetString() == kind);
        var path = Path.Combine(folder.FullName, kind + ending);
        await File.WriteAllBytesAsync(path, await app.Owner.Http.GetByteArrayAsync(rendition.GetProperty("url").GetString()));
        var pixels = await Ffmpeg.PixelsAsync(path, rendition.GetProperty("width").GetInt32(), rendition.GetProperty("height").GetInt32());
        for (var i = 0; i < seen.Length; i++)
        {
            var (red, green, blue, _) = pixels.At(FlatColours.Middles[i].X, FlatColours.Middles[i].Y);
            var expected = Upright[seen[i]];
            var furthest = new[] { red - expected.Red, green - expected.Green, blue - expected.Blue }.Max(Math.Abs);
            Assert.True(furthest <= 16, $"{kind}: {(red, green, blue)} in quarter {i}, not {expected}");
        }
    }

    private static byte[] WithOrientation(byte[] jpeg, int orientation) =>
        [
            .. jpeg[..2],
            0xFF,
            0xE1,
            0,
            34,
            .. "Exif\0\0MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte)orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            .. jpeg[2..],
        ];

    private static byte[] WithMatrix(byte[] mp4, int a, int b, int c, int d)
    {
        // Behind the name of the track header box: version and flags, two times, id, reserved, duration, 8 reserved, layer, group, volume,
        // reserved.
        const int toMatrix = 4 + 4 + 8 + 4 + 4 + 4 + 8 + 8;
        var at = mp4.AsSpan().IndexOf("tkhd"u8) + toMatrix;
        int[] matrix = [a << 16, b << 16, 0, c << 16, d << 16, 0, 0, 0, 1 << 30];
        for (var i = 0; i < matrix.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(mp4.AsSpan(at + 4 * i), matrix[i]);
        }

        return mp4;
    }
}
