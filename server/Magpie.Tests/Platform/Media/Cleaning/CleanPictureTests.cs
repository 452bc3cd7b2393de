using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Magpie.Model.Media;
using Magpie.Platform.Media.Cleaning;
using Magpie.Tests.Platform.Media.Inspection;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Media.Cleaning;

/// <summary>Every place of a picture that can hold words is filled with one; a clean copy has none of them and the same pixels.</summary>
[RunsOnce]
public sealed class CleanPictureTests : IDisposable
{
    private static readonly byte[] Word = "SECRET"u8.ToArray(),
        Beginning = "SECR"u8.ToArray();

    private readonly TestFolder folder = new();

    [Fact]
    public async Task A_JPEG_keeps_what_is_drawn_and_nothing_that_is_said()
    {
        var jpeg = await ReadAsync("coast.jpg");
        byte[] said =
        [
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 1, 2, .. Word]),
            .. Segment(0xE0, [.. "JFXX\0"u8, 0x13, 1, 1, .. Word]),
            .. Enumerable.Range(0xE1, 15).SelectMany(marker => Segment((byte)marker, [.. "Other\0"u8, .. Word])),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. WithWords(ColourSpace.DisplayP3.Profile())]),
            .. Segment(0xE2, [.. "MPF\0MM\0*"u8, .. Word]),
            .. Segment(0xE2, [.. GainMapBlock.Mark, 0, 0, 0, 0, .. Word]),
            .. Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1, .. Word]),
            .. Segment(0xFE, Word),
            .. Segment(0xF5, Word),
            .. Segment(0x50, Word),
            .. Word,
        ];
        byte[] whole = [.. jpeg[..2], .. said, .. jpeg[2..], .. Word, .. jpeg, .. Word];

        var clean = await CleanAsync(MediaFormat.Jpeg, whole, ".jpg");

        Assert.Contains("ICC_PROFILE", Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Equal(
            (72, 72),
            (BinaryPrimitives.ReadUInt16BigEndian(clean.AsSpan(14)), BinaryPrimitives.ReadUInt16BigEndian(clean.AsSpan(16)))
        );
    }

    /// <summary>Without Adobe's mark its inks would be read as their opposites, or as light.</summary>
    [Fact]
    public async Task A_JPEG_of_ink_keeps_how_its_inks_are_coded()
    {
        var jpeg = await ReadAsync("cmyk.jpg");

        var clean = await CleanAsync(MediaFormat.Jpeg, [.. jpeg[..2], .. Segment(0xE1, [.. "Other\0"u8, .. Word]), .. jpeg[2..]], ".jpg");

        Assert.Equal(1, Count(clean, "Adobe"u8));
    }

    [Fact]
    public async Task A_PNG_likewise()
    {
        var png = await ReadAsync("animated.png");
        const int behindHeader = 33;
        byte[] said =
        [
            .. TinyMedia.PngChunk("gAMA", TinyMedia.U32(60_000)),
            .. TinyMedia.PngChunk("gAMA", [.. TinyMedia.U32(1)]),
            .. TinyMedia.PngChunk("iCCP", [.. Word, 0, 0, .. Packed(WithWords(ColourSpace.DisplayP3.Profile()))]),
            .. TinyMedia.PngChunk("tEXt", [.. "Author\0"u8, .. Word]),
            .. TinyMedia.PngChunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Word]),
            .. TinyMedia.PngChunk("tIME", 7, 0xE7, 1, 1, 1, 1, 1),
            .. TinyMedia.PngChunk("eXIf", [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 3, 0, 0, 0, 0, 0, 0, .. Word]),
            .. TinyMedia.PngChunk("seCr", Word),
            .. TinyMedia.PngChunk("sBIT", [8, 8, 8, .. Word]),
            .. TinyMedia.PngChunk("cHRM", Word),
            .. TinyMedia.PngChunk("caBX", Word),
        ];
        byte[] whole = [.. png[..behindHeader], .. said, .. png[behindHeader..^12], .. TinyMedia.PngChunk("IEND", Word), .. Word, .. png];

        var clean = await CleanAsync(MediaFormat.Png, whole, ".png");

        Assert.Equal(["IHDR", "gAMA", "iCCP", "eXIf", "pHYs", "acTL", "fcTL", "IDAT", "fdAT", "IEND"], Chunks(clean).Distinct());
    }

    [Fact]
    public async Task A_still_PNG_has_no_frames_that_nobody_sees()
    {
        var png = await ReadAsync("alpha.png");
        byte[] whole = [.. png[..^12], .. TinyMedia.PngFrame(), .. TinyMedia.PngChunk("fdAT", [0, 0, 0, 1, .. Word]), .. png[^12..]];

        await CleanAsync(MediaFormat.Png, whole, ".png");
    }

    [Theory, InlineData("animated.webp"), InlineData("still.webp")]
    public async Task A_WebP_likewise_in_each_of_its_frames(string name)
    {
        var webp = await ReadAsync(name);
        var body = new List<byte>();
        for (var at = 12; at + 8 <= webp.Length; )
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(at + 4));
            var (type, content) = (Encoding.ASCII.GetString(webp, at, 4), webp[(at + 8)..(at + 8 + length)]);
            body.AddRange(
                type switch
                {
                    "VP8X" or "ANIM" => TinyMedia.RiffChunk(type, [.. content, .. Word]),
                    "ANMF" => TinyMedia.RiffChunk(type, [.. content, .. new byte[length & 1], .. TinyMedia.RiffChunk("SAID", Word)]),
                    _ => TinyMedia.RiffChunk(type, content),
                }
            );
            at += 8 + length + (length & 1);
        }

        byte[] said =
        [
            .. TinyMedia.RiffChunk("EXIF", Word),
            .. TinyMedia.RiffChunk("XMP ", Word),
            .. TinyMedia.RiffChunk("SAID", Word),
            .. TinyMedia.RiffChunk("VP8L", [.. Word, .. Word, .. Word]),
        ];
        byte[] whole = [.. TinyMedia.Webp([.. body], said), .. Word, .. TinyMedia.RiffChunk("SAID", Word)];

        var clean = await CleanAsync(MediaFormat.Webp, whole, ".webp");

        var (before, after) = (WebpFile.Read(webp), WebpFile.Read(clean));
        Assert.Equal(
            (before.Width, before.Height, before.Frames, before.Seconds),
            (after.Width, after.Height, after.Frames, after.Seconds)
        );
    }

    [Fact]
    public async Task A_WebP_keeps_its_colours_without_the_words_of_their_profile()
    {
        var still = TinyMedia.Webp(
            TinyMedia.RiffChunk("VP8X", [0x2C, 9, 9, 9, .. new byte[6]]),
            TinyMedia.RiffChunk("ICCP", WithWords(ColourSpace.DisplayP3.Profile())),
            TinyMedia.WebpLossy(1, 1),
            TinyMedia.RiffChunk("EXIF", Word),
            TinyMedia.RiffChunk("XMP ", Word)
        );

        var clean = await CleanAsync(MediaFormat.Webp, still, ".webp", decodes: false);

        Assert.Equal((byte[])[0x20, 0, 0, 0], clean[20..24]);
        Assert.Equal(["VP8X", "ICCP", "VP8"], WebpFile.Read(clean).Chunks);
    }

    [Fact]
    public async Task A_GIF_keeps_its_frames_its_speed_and_its_loops()
    {
        var gif = await ReadAsync("animated.gif");
        var table = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << ((gif[10] & 7) + 1));
        byte[] words = [(byte)Word.Length, .. Word];
        byte[] said =
        [
            0x21,
            0xFE,
            .. words,
            0,
            0x21,
            0x01,
            12,
            .. new byte[12],
            .. words,
            0,
            0x21,
            0xFF,
            11,
            .. "NETSCAPE2.0"u8,
            .. words,
            3,
            1,
            7,
            0,
            .. words,
            0,
            0x21,
            0xFF,
            11,
            .. "XMP DataXMP"u8,
            .. words,
            0,
            0x21,
            0xFF,
            11,
            .. "ICCRGBG1012"u8,
            .. words,
            0,
            0x21,
            0x77,
            .. words,
            0,
            0x21,
            0xF9,
            .. words,
            0,
            0x21,
            0xF9,
            4,
            0,
            10,
            0,
            0,
            .. words,
            0,
        ];
        byte[] whole = [.. gif[..table], .. said, .. gif[table..], .. Word];

        var clean = await CleanAsync(MediaFormat.Gif, whole, ".gif");

        Assert.Equal(1, Count(clean, "NETSCAPE2.0"u8));
        Assert.True(clean.AsSpan().IndexOf((ReadOnlySpan<byte>)[3, 1, 7, 0, 0]) > 0);
    }

    [Fact]
    public void A_profile_of_tables_is_put_together_anew_without_what_lay_between_them()
    {
        byte[] curve = [.. "curv"u8, .. Beginning, .. TinyMedia.U32(0)];
        byte[] stages =
        [
            .. "mAB "u8,
            .. Beginning,
            3,
            3,
            0,
            0,
            .. TinyMedia.U32(40),
            .. TinyMedia.U32(0),
            .. TinyMedia.U32(0),
            .. TinyMedia.U32(84),
            .. TinyMedia.U32(132),
            .. Word,
            0,
            0,
            .. curve,
            .. curve,
            .. curve,
            .. Word,
            0,
            0,
            2,
            2,
            2,
            .. Word,
            .. new byte[7],
            1,
            1,
            2,
            3,
            .. Enumerable.Repeat((byte)9, 24),
            0,
            0,
            0,
            0,
            .. curve,
            .. curve,
            .. curve,
            .. Word,
        ];
        var profile = WithTag(ColourSpace.AdobeRgb.Profile(), "A2B0", stages);

        var clean = IccProfile.WithoutWords(profile)!;

        Assert.Equal(0, Count(clean, Word));
        Assert.Equal(0, Count(clean, Beginning));
        Assert.True(clean.AsSpan().IndexOf(Enumerable.Repeat((byte)9, 24).ToArray()) > 0);
        Assert.Equal(clean, IccProfile.WithoutWords(clean));
        Assert.Null(IccProfile.WithoutWords(WithTag(ColourSpace.AdobeRgb.Profile(), "A2B0", stages).AsSpan(0, 400)));
        Assert.Null(IccProfile.WithoutWords("no profile at all"u8));
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, .. TinyMedia.U16(content.Length + 2), .. content];

    /// <summary>In its header, its description, a tag of its own, and behind its end.</summary>
    private static byte[] WithWords(byte[] profile)
    {
        Beginning.CopyTo(profile, 4);
        Word.CopyTo(profile, 48);
        Word.CopyTo(profile, 84);
        Word.CopyTo(profile, profile.AsSpan().IndexOf("Display"u8));
        return [.. WithTag(profile, "priv", Word), .. Word];
    }

    private static byte[] WithTag(byte[] profile, string tag, byte[] data)
    {
        var count = BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(128));
        byte[] made =
        [
            .. profile[..132],
            .. Encoding.ASCII.GetBytes(tag),
            .. TinyMedia.U32(profile.Length + 12),
            .. TinyMedia.U32(data.Length),
            .. profile[132..],
            .. data,
        ];
        BinaryPrimitives.WriteInt32BigEndian(made, made.Length);
        BinaryPrimitives.WriteInt32BigEndian(made.AsSpan(128), count + 1);
        for (var i = 1; i <= count; i++)
        {
            var at = made.AsSpan(132 + 12 * i + 4);
            BinaryPrimitives.WriteInt32BigEndian(at, BinaryPrimitives.ReadInt32BigEndian(at) + 12);
        }

        return made;
    }

    private static IEnumerable<string> Chunks(byte[] png)
    {
        for (var at = 8; at < png.Length; at += BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)) + 12)
        {
            yield return Encoding.ASCII.GetString(png, at + 4, 4);
        }
    }

    private static int Count(byte[] bytes, ReadOnlySpan<byte> part)
    {
        var count = 0;
        for (var rest = bytes.AsSpan(); rest.IndexOf(part) is var at and >= 0; rest = rest[(at + 1)..])
        {
            count++;
        }

        return count;
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

    private static Task<byte[]> ReadAsync(string name) =>
        File.ReadAllBytesAsync(FreeMedia.PathOf(name), TestContext.Current.CancellationToken);

    /// <summary>Cleans it, sees that no word is left, packed or not, and that every frame is the same.</summary>
    private async Task<byte[]> CleanAsync(MediaFormat format, byte[] bytes, string ending, bool decodes = true)
    {
        var (from, to) = (Path.Combine(folder.Path, $"said{ending}"), Path.Combine(folder.Path, $"clean{ending}"));
        await File.WriteAllBytesAsync(from, bytes, TestContext.Current.CancellationToken);
        PictureCleaner.Clean(format, from, to);
        var clean = await File.ReadAllBytesAsync(to, TestContext.Current.CancellationToken);
        Assert.Equal(0, Count(clean, Word));
        Assert.Equal(0, Count(clean, Beginning));
        var said = await Tools.RunAsync("exiftool", "-a", "-u", "-ee3", "-G1", "-s", "-ICC_Profile:all", "-all", to);
        Assert.DoesNotContain("SECR", said, StringComparison.Ordinal);
        if (decodes && format is not MediaFormat.Webp)
        {
            Assert.Equal(await FramesAsync(from), await FramesAsync(to));
        }

        return clean;
    }

    private static async Task<string> FramesAsync(string path)
    {
        var lines = await Tools.RunAsync(
            "ffmpeg",
            "-v",
            "fatal",
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
            lines.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line[(line.LastIndexOf(',') + 1)..].Trim())
        );
    }
}
