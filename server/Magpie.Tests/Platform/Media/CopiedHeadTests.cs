using System.Text;
using Magpie.Tests.Platform.Media.Inspection;
using Magpie.Tests.Support;
using static Magpie.Tests.Support.VideoCopies;

namespace Magpie.Tests.Platform.Media;

/// <summary>What a copy says beside its pictures of how to decode and show them: that, and no words.</summary>
[RunsOnce]
public sealed class CopiedHeadTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private const string Words = "taken by a person at home";

    private static readonly string[] Picture = ["-f", "lavfi", "-i", "testsrc=s=64x64:r=25:d=0.4"],
        Sound = ["-f", "lavfi", "-i", "sine=d=0.4"];

    private readonly TestFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("libx264", "libmp3lame", "mp4", "avc1", "uuid")]
    [InlineData("libx264", "libmp3lame", "mp4", "mp4a", "glbl")]
    [InlineData("libx264", "pcm_s16le", "mov", "sowt", "glbl")]
    [InlineData("prores_ks", "aac", "mov", "apch", "glbl")]
    public async Task A_box_of_words_in_a_description_does_not_leave(
        string picture,
        string sound,
        string container,
        string coding,
        string box
    )
    {
        var pixels = picture is "prores_ks" ? "yuv422p10le" : "yuv420p";
        var path = await WriteAsync(container, [.. Picture, .. Sound, "-c:v", picture, "-pix_fmt", pixels, "-c:a", sound]);
        await ChangeAsync(path, bytes => IsoFile.AddToDescription(bytes, coding, IsoFile.Box(box, Encoding.ASCII.GetBytes(Words))));
        await LeavesWithoutAsync(Words, path);
    }

    [Theory]
    [InlineData("libx264", "avc1", true)]
    [InlineData("mjpeg", "jpeg", false)]
    public async Task A_colour_profile_leaves_with_its_colours_alone_also_where_pictures_are_coded_anew(
        string encoder,
        string coding,
        bool isCopied
    )
    {
        var profile = (ColourSpace.DisplayP3 with { Name = string.Join(' ', Enumerable.Repeat(Words, 20)) }).Profile();
        var path = await WriteAsync("mov", [.. Picture, "-pix_fmt", isCopied ? "yuv420p" : "yuvj420p", "-c:v", encoder]);
        await ChangeAsync(path, bytes => IsoFile.AddToDescription(bytes, coding, IsoFile.Box("colr", [.. "prof"u8, .. profile])));
        var copy = await LeavesWithoutAsync(Words, path, isCopied);
        Assert.Contains("acsp", await TextAsync(copy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mov", "nclc")]
    [InlineData("mp4", "nclx")]
    public async Task The_numbers_of_its_colours_leave_with_a_video(string container, string kind)
    {
        var path = await WriteAsync(
            container,
            [
                .. Picture,
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-color_primaries",
                "smpte170m",
                "-color_trc",
                "bt709",
                "-colorspace",
                "smpte170m",
            ]
        );
        Assert.Contains(kind, await TextAsync(path), StringComparison.Ordinal);
        var copy = await LeavesWithoutAsync("options:", path);
        Assert.Equal(await ColoursAsync(path), await ColoursAsync(copy));

        static async Task<string?[]> ColoursAsync(string file)
        {
            var picture = (await Ffmpeg.ProbeAsync(file)).GetProperty("streams")[0];
            return
            [
                picture.GetProperty("color_primaries").GetString(),
                picture.GetProperty("color_transfer").GetString(),
                picture.GetProperty("color_space").GetString(),
            ];
        }
    }

    [Fact]
    public async Task Words_that_say_to_be_a_colour_profile_do_not_leave()
    {
        var path = await WriteAsync("mp4", [.. Picture, "-c:v", "libx264"]);
        await ChangeAsync(
            path,
            bytes => IsoFile.AddToDescription(bytes, "avc1", IsoFile.Box("colr", [.. "prof"u8, .. Encoding.ASCII.GetBytes(Words)]))
        );
        await LeavesWithoutAsync(Words, path);
    }

    [Fact]
    public async Task Words_behind_what_the_head_says_of_the_codec_do_not_leave()
    {
        var path = await WriteAsync("mp4", [.. Picture, "-c:v", "libx264"]);
        await ChangeAsync(
            path,
            bytes =>
                IsoFile.Change(
                    bytes,
                    "stsd",
                    content =>
                    {
                        var at = content.AsSpan().IndexOf("avcC"u8) - 4;
                        var end = at + content[at + 3] + (content[at + 2] << 8);
                        return
                        [
                            .. content[..8],
                            .. IsoFile.Box(
                                "avc1",
                                [
                                    .. content[16..at],
                                    .. IsoFile.Box("avcC", [.. content[(at + 8)..end], .. Encoding.ASCII.GetBytes(Words)]),
                                    .. content[end..],
                                ]
                            ),
                        ];
                    }
                )
        );
        await LeavesWithoutAsync(Words, path);
    }

    [Fact]
    public async Task Who_coded_a_ProRes_does_not_leave()
    {
        var path = await WriteAsync("mov", [.. Picture, "-pix_fmt", "yuv422p10le", "-c:v", "prores_ks", "-vendor", "arri"]);
        await LeavesWithoutAsync("arri", path);
    }

    [Fact]
    public async Task A_video_that_goes_on_in_another_coding_is_whole_in_its_copy_and_where_it_is_played()
    {
        var (first, second) = (
            await WriteAsync(
                "mp4",
                [.. Picture, "-pix_fmt", "yuv420p", "-c:v", "libx264", "-bf", "0", "-profile:v", "baseline", "-use_editlist", "0"]
            ),
            await WriteAsync(
                "mp4",
                [
                    .. Picture,
                    "-pix_fmt",
                    "yuv420p",
                    "-c:v",
                    "libx264",
                    "-bf",
                    "0",
                    "-profile:v",
                    "high",
                    "-x264-params",
                    "ref=5:8x8dct=1",
                    "-use_editlist",
                    "0",
                ]
            )
        );
        var (a, b) = (await File.ReadAllBytesAsync(first, Ct), await File.ReadAllBytesAsync(second, Ct));
        var (mediaA, mediaB) = (IsoFile.Inside(a, "mdat"), IsoFile.Inside(b, "mdat"));
        var at = a.AsSpan().IndexOf("mdat"u8) + 4;
        var sizes = (byte[])[.. IsoFile.Inside(a, "stsz")[12..], .. IsoFile.Inside(b, "stsz")[12..]];
        await ChangeAsync(
            first,
            bytes =>
                Replace(
                    bytes,
                    ("mdat", [.. mediaA, .. mediaB]),
                    ("stsd", [.. RawSql(0, 2), .. IsoFile.Inside(a, "stsd")[8..], .. IsoFile.Inside(b, "stsd")[8..]]),
                    ("stsz", [.. RawSql(0, 0, 20), .. sizes]),
                    ("stts", RawSql(0, 1, 20, 512)),
                    ("stss", RawSql(0, 2, 1, 11)),
                    ("stsc", RawSql(0, 2, 1, 10, 1, 2, 10, 2)),
                    ("stco", RawSql(0, 2, at, at + mediaA.Length))
                )
        );

        Assert.Equal(20, (await FramesAsync(first)).Length);
        var copy = await LeavesWithoutAsync("options:", first, isCopied: false);
        await Ffmpeg.RunAsync("ffmpeg", "-v", "error", "-xerror", "-i", copy, "-f", "null", "-");
        var asset = await app.Owner.AddAssetAsync(first);
        Assert.Contains(
            asset.GetProperty("renditions").EnumerateArray(),
            rendition => rendition.GetProperty("kind").GetString() is "playback"
        );

        static byte[] Replace(byte[] bytes, params (string Type, byte[] Content)[] boxes) =>
            boxes.Aggregate(bytes, (written, box) => IsoFile.Replace(written, box.Type, box.Content));

        static byte[] RawSql(params int[] numbers) => [.. numbers.SelectMany(number => TinyMedia.U32(number))];
    }

    [Fact]
    public async Task Comments_of_Vorbis_do_not_leave()
    {
        var path = await WriteAsync("webm", [.. Picture, .. Sound, "-c:v", "libvpx", "-c:a", "libvorbis"]);
        await ChangeAsync(path, bytes => Overwritten(bytes, "Xiph.Org "u8, "a person."u8));
        await LeavesWithoutAsync("a person.", path);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public async Task What_stands_beside_the_pictures_of_a_WebM_leaves_where_it_says_how_transparent_they_are(byte alphaMode, bool leaves)
    {
        var path = await WriteAsync("webm", [.. Picture, "-pix_fmt", "yuva420p", "-auto-alt-ref", "0", "-c:v", "libvpx"]);
        await ChangeAsync(path, bytes => Overwritten(bytes, [0x53, 0xC0, 0x81, 1], [0x53, 0xC0, 0x81, alphaMode]));
        var copy = await LeavesWithoutAsync(Words, path);
        // Which kind of addition it is.
        Assert.Contains("\u00ee\u0081\u0001", await TextAsync(path), StringComparison.Ordinal);
        Assert.Equal(leaves, (await TextAsync(copy)).Contains("\u00ee\u0081\u0001", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Overwritten(byte[] bytes, ReadOnlySpan<byte> what, ReadOnlySpan<byte> with)
    {
        with.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(what)));
        return bytes;
    }

    private static async Task ChangeAsync(string path, Func<byte[], byte[]> change) =>
        await File.WriteAllBytesAsync(path, change(await File.ReadAllBytesAsync(path, Ct)), Ct);

    private async Task<string> WriteAsync(string container, string[] arguments)
    {
        var path = Path.Combine(folder.Path, $"{Guid.NewGuid():n}.{container}");
        await Ffmpeg.RunAsync("ffmpeg", ["-v", "error", .. arguments, "-y", path]);
        return path;
    }

    private async Task<string> LeavesWithoutAsync(string words, string path, bool isCopied = true)
    {
        var copy = await ShareAsync(app, folder, path);
        Assert.DoesNotContain(words, await TextAsync(copy), StringComparison.Ordinal);
        var (before, after) = (await FramesAsync(path), await FramesAsync(copy));
        Assert.Equal(before.Length, after.Length);
        Assert.Equal(isCopied, before.SequenceEqual(after));
        return copy;
    }
}
