using System.Text;
using System.Text.Json;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Media;
using Magpie.Platform.Media.Video.Coded;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Magpie.Tests.Support.VideoCopies;

namespace Magpie.Tests.Platform.Media;

/// <summary>What cameras write between the pictures of a video, where no container's tags are.</summary>
[RunsOnce]
public sealed class CodedMetadataTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private const string Marker = "N48.2082 E16.3738 taken by a person";

    private static readonly string[] Picture = ["-f", "lavfi", "-i", "testsrc=s=64x64:r=25:d=0.4"];

    private readonly TestFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("h264", "mp4", true)]
    [InlineData("hevc", "mp4", true)]
    [InlineData("av1", "mp4", true)]
    [InlineData("av1", "webm", true)]
    [InlineData("mpeg4", "mp4", false)]
    [InlineData("mpeg2video", "mov", false)]
    [InlineData("mjpeg", "mov", false)]
    public async Task A_place_between_the_pictures_leaves_neither_by_link_nor_for_publishing(string codec, string container, bool isCopied)
    {
        var path = await WriteAsync(codec, container);
        Assert.Contains(Marker, await TextAsync(path), StringComparison.Ordinal);
        var asset = await app.Owner.AddAssetAsync(path);

        var shared = await ShareAsync(app, asset, folder, path);
        foreach (var made in (string[])[shared, await PublishAsync(path, asset)])
        {
            Assert.DoesNotContain(Marker, await TextAsync(made), StringComparison.Ordinal);
            Assert.Equal((await FramesAsync(path)).Length, (await FramesAsync(made)).Length);
        }

        if (isCopied)
        {
            Assert.Equal(await FramesAsync(path), await FramesAsync(shared));
        }
    }

    [Theory]
    [InlineData("h264", @"x264 - core \d+")]
    [InlineData("hevc", "hvcC")]
    public async Task Of_an_encoders_note_no_setting_stays_nor_in_the_head_of_the_file(string codec, string stays)
    {
        var path = Path.Combine(folder.Path, "noted.mp4");
        await Ffmpeg.RunAsync("ffmpeg", ["-v", "error", .. Picture, "-c:v", codec is "h264" ? "libx264" : "libx265", "-y", path]);
        Assert.Contains("options:", await TextAsync(path), StringComparison.Ordinal);

        var shared = await ShareAsync(app, folder, path);
        Assert.Matches(stays, await TextAsync(shared));
        Assert.DoesNotContain("options:", await TextAsync(shared), StringComparison.Ordinal);
        Assert.Equal(await FramesAsync(path), await FramesAsync(shared));
    }

    [Theory]
    [InlineData("h264", "mp4", "avcC", "mdat", 4)]
    [InlineData("av1", "mp4", "av1C", "mdat", 4)]
    [InlineData("av1", "webm", "c\u00a2", "c\u00a2", 7)]
    public async Task A_copy_whose_units_do_not_add_up_does_not_leave(string codec, string container, string head, string before, int first)
    {
        var format = container is "webm" ? MediaFormat.Webm : MediaFormat.Mp4;
        var path = await WriteAsync(codec, container);
        var bytes = await File.ReadAllBytesAsync(path, Ct);
        Assert.True(await CodedMetadata.TryRemoveAsync(path, format, codec, Ct));
        foreach (var broken in (byte[][])[With(0xFF, before, first), With((byte)'x', head, 0), bytes[..^20], [.. "words"u8]])
        {
            await File.WriteAllBytesAsync(path, broken, Ct);
            Assert.False(await CodedMetadata.TryRemoveAsync(path, format, codec, Ct));
        }

        byte[] With(byte one, string mark, int behind)
        {
            byte[] changed = [.. bytes];
            changed[bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(mark)) + behind] = one;
            return changed;
        }
    }

    [Fact]
    public void A_unit_of_messages_keeps_its_length_and_what_says_how_to_show_the_pictures_whatever_is_between()
    {
        var random = new Random(7);
        for (var length = 16; length < 1100; length++)
        {
            var payload = new byte[length];
            random.NextBytes(payload);
            // 0xFF takes no part in what has to be kept apart.
            payload.AsSpan().Replace((byte)0, (byte)0xFF);
            byte[] unit =
            [
                6,
                6,
                1,
                0xC4,
                5,
                .. Enumerable.Repeat((byte)255, length / 255),
                (byte)(length % 255),
                .. payload,
                1,
                1,
                0x12,
                0x80,
            ];
            var clean = SupplementalUnit.Clean(unit, 1)!;

            Assert.Equal(unit.Length, clean.Length);
            Assert.Equal([6, 6, 1, 0xC4, 1, 1, 0x12, 3], clean[..8]);
            Assert.Equal(0x80, clean[^1]);
            Assert.Null(SupplementalUnit.Clean([6, 6, 1, 0xC4, 1, 1, 0x12, 0x80], 1));
        }
    }

    [Fact]
    public void Bytes_that_are_no_messages_keep_their_length_too()
    {
        var random = new Random(11);
        for (var length = 2; length < 2000; length++)
        {
            var unit = new byte[length];
            random.NextBytes(unit);
            unit.AsSpan(0, length / 2).Replace((byte)0x90, (byte)0);
            Assert.Equal(length, SupplementalUnit.Clean(unit, 1)?.Length ?? length);
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A raw stream, the marker put into it where that codec has room for it, and a container around it.</summary>
    private async Task<string> WriteAsync(string codec, string container)
    {
        var text = Encoding.ASCII.GetBytes(Marker);
        var uuid = Enumerable.Repeat((byte)0x4D, 16);
        byte[] message = [5, (byte)(16 + text.Length), .. uuid, .. text, 0x80];
        var (encoder, format, before, inserted) = codec switch
        {
            "h264" => ("libx264", "h264", (byte[])[0, 0, 1, 0x65], (byte[])[0, 0, 1, 6, .. message, 0, 0, 1, 16, .. text, 0x80]),
            "hevc" => ("libx265", "hevc", [0, 0, 1, 0x28], [0, 0, 1, 39 << 1, 1, .. message]),
            "av1" => ("libaom-av1", "obu", [], [5 << 3 | 2, (byte)(text.Length + 5), 4, 0xB5, 0x12, 0x34, .. text, 0x80]),
            "mpeg4" => ("mpeg4", "m4v", [0, 0, 1, 0xB6], [0, 0, 1, 0xB2, .. text]),
            "mpeg2video" => ("mpeg2video", "mpeg2video", [0, 0, 1, 0x00], [0, 0, 1, 0xB2, .. text]),
            _ => ("mjpeg", "mjpeg", [0xFF, 0xDB], (byte[])[0xFF, 0xE1, 0, (byte)(text.Length + 2), .. text]),
        };
        var (raw, path) = (Path.Combine(folder.Path, "raw"), Path.Combine(folder.Path, $"{codec}.{container}"));
        // A raw stream says no times, so its pictures are to be shown as they come.
        string[] plain = codec switch
        {
            "av1" => ["-cpu-used", "8", "-lag-in-frames", "0"],
            "h264" => ["-bf", "0"],
            "hevc" => ["-x265-params", "bframes=0:log-level=error"],
            _ => [],
        };
        await Ffmpeg.RunAsync(
            "ffmpeg",
            [
                "-v",
                "error",
                .. Picture,
                "-pix_fmt",
                codec is "mjpeg" ? "yuvj420p" : "yuv420p",
                "-c:v",
                encoder,
                .. plain,
                "-f",
                format,
                "-y",
                raw,
            ]
        );
        var bytes = await File.ReadAllBytesAsync(raw, Ct);
        // An AV1 stream begins with an empty unit and the header of the sequence.
        var at = codec is "av1" ? 4 + bytes[3] : bytes.AsSpan().IndexOf(before);
        Assert.InRange(at, 0, bytes.Length);
        await File.WriteAllBytesAsync(raw, [.. bytes[..at], .. inserted, .. bytes[at..]], Ct);
        await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            codec is "mpeg2video" ? "mpegvideo" : format,
            "-framerate",
            "25",
            "-i",
            raw,
            "-c",
            "copy",
            "-y",
            path
        );
        return path;
    }

    private async Task<string> PublishAsync(string path, JsonElement asset)
    {
        var spec = new MediaSpec(
            Enum.Parse<MediaFormat>(asset.GetProperty("format").GetString()!, ignoreCase: true),
            asset.GetProperty("bytes").GetInt64(),
            64,
            64,
            asset.GetProperty("durationSeconds").GetDouble(),
            VideoCodec: asset.GetProperty("videoCodec").GetString()
        );
        var rule = new SurfaceRule(new(0, "instagram", "reel", "Instagram", "Instagram reel"), MediaKind.Video)
        {
            Formats = ["mp4", "mov", "webm"],
        };
        var output = Directory.CreateDirectory(Path.Combine(folder.Path, $"{Guid.NewGuid():n}")).FullName;
        var (file, trouble) = await app
            .Services.GetRequiredService<MediaProcessor>()
            .PublishAsync(spec.Format, "clip", path, output, PublishPlan.For(spec, null, null, rule), Ct);
        Assert.Null(trouble);
        return file!.Path;
    }
}
