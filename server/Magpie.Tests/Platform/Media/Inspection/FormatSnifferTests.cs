using System.Text;
using Magpie.Model.Media;
using Magpie.Platform.Media.Inspection;
using static Magpie.Tests.Platform.Media.Inspection.TinyMedia;

namespace Magpie.Tests.Platform.Media.Inspection;

public sealed class FormatSnifferTests
{
    public static TheoryData<MediaFormat> Formats => [.. Enum.GetValues<MediaFormat>()];

    [Theory, MemberData(nameof(Formats))]
    public void Every_format_is_known_by_its_content(MediaFormat format) => Assert.Equal(format, Sniff(Of(format)).Format);

    [Theory, MemberData(nameof(Formats))]
    public void A_whole_file_is_always_decided_however_short(MediaFormat format)
    {
        var file = Of(format);
        for (var length = 0; length <= file.Length; length++)
        {
            Assert.True(Sniff(file[..length]).IsDecided);
        }
    }

    [Theory, MemberData(nameof(Formats))]
    public void First_bytes_are_never_judged_wrongly_before_the_rest_came(MediaFormat format)
    {
        var file = Of(format);
        for (var length = 0; length <= file.Length; length++)
        {
            var early = FormatSniffer.Sniff(file.AsSpan(0, length), "x", isWholeFile: false);

            Assert.True(!early.IsDecided || early.Format == format, $"{length} bytes: {early}");
        }
    }

    [Fact]
    public void With_the_bytes_needed_the_answer_is_final() =>
        Assert.NotNull(FormatSniffer.Sniff(new byte[FormatSniffer.BytesNeeded], "x", isWholeFile: false).Violation);

    [Theory]
    [InlineData("moov"), InlineData("mdat"), InlineData("wide"), InlineData("free"), InlineData("skip"), InlineData("pnot")]
    public void QuickTime_from_before_its_type_box_is_known(string first) =>
        Assert.Equal(MediaFormat.Mov, Sniff([.. Box(first, new byte[100]), .. Box("moov")]).Format);

    [Fact]
    public void Padding_before_the_type_box_changes_nothing()
    {
        byte[] file = [.. Box("free", new byte[50]), .. Mp4()];

        Assert.Equal(MediaFormat.Mp4, Sniff(file).Format);
        Assert.False(FormatSniffer.Sniff(file.AsSpan(0, 40), "x").IsDecided);
    }

    [Theory]
    [
        InlineData("isom", MediaFormat.Mp4),
        InlineData("mp42", MediaFormat.Mp4),
        InlineData("M4V ", MediaFormat.Mp4),
        InlineData("M4A ", MediaFormat.Mp4)
    ]
    [InlineData("3gp4", MediaFormat.Mp4), InlineData("qt  ", MediaFormat.Mov)]
    public void A_brand_decides_between_MP4_and_QuickTime(string brand, MediaFormat format) =>
        Assert.Equal(format, Sniff(Mp4(brand)).Format);

    [Theory]
    [InlineData("heic", "an HEIC picture"), InlineData("hevx", "an HEIC picture"), InlineData("avif", "an AVIF picture")]
    [InlineData("avis", "an AVIF picture"), InlineData("mif1", "an HEIF picture"), InlineData("crx ", "a Canon raw picture (CR3)")]
    public void A_picture_built_of_the_boxes_of_a_video_is_named(string brand, string what) => IsNamed(what, Mp4(brand));

    [Theory]
    [InlineData("heic", "an HEIC picture"), InlineData("avif", "an AVIF picture")]
    public void A_compatible_brand_names_what_the_general_one_does_not(string compatible, string what) =>
        IsNamed(what, Box("ftyp", [.. "mif1"u8, 0, 0, 0, 0, .. "mif1"u8, .. Encoding.Latin1.GetBytes(compatible)]));

    [Fact]
    public void Matroska_is_not_WebM() => IsNamed("a Matroska video (MKV)", Webm("matroska"));

    [Theory]
    [InlineData("RIFF\x10\0\0\0AVI LIST", "an AVI video")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- x --><svg onload=\"x\">", "an SVG drawing")]
    [InlineData("\ufeff  <SVG xmlns=''>", "an SVG drawing")]
    [InlineData("<!DOCTYPE HTML><title>x</title>", "an HTML page")]
    [InlineData("<!-- a comment --><html>", "an HTML page")]
    [InlineData("<?xml version=\"1.0\"?><MPD>", "a playlist")]
    [InlineData("#EXTM3U\n#EXTINF:1\nfile:///etc/passwd", "a playlist")]
    [InlineData("ffconcat version 1.0\nfile /etc/passwd", "a playlist")]
    [InlineData("v=0\no=- 0 0 IN IP4 127.0.0.1", "the description of a stream (SDP)")]
    [InlineData("push graphic-context\n", "a drawing script (MVG)")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("%!PS-Adobe-3.0", "a PostScript document")]
    [InlineData("II*\0\x08\0\0\0", "a TIFF picture or a camera's raw file")]
    [InlineData("MM\0*\0\0\0\x08", "a TIFF picture or a camera's raw file")]
    [InlineData("\0\0\x01\0\x01\0", "an icon (ICO)")]
    [InlineData("FLV\x01\x05", "a Flash video (FLV)")]
    [InlineData("P6\n100000 100000 255\n", "a PNM picture (PBM, PGM, PPM)")]
    [InlineData("PK\x03\x04", "a ZIP archive or an office document")]
    [InlineData("\0\0\0\x0CjP  \r\n", "a JPEG 2000 picture")]
    public void What_is_not_kept_is_named(string content, string what) => IsNamed(what, Encoding.UTF8.GetBytes(content));

    [Fact]
    public void A_bitmap_is_named() => IsNamed("a BMP picture", [.. "BM"u8, 58, 0, 0, 0, 0, 0, 0, 0, .. new byte[48]]);

    [Fact]
    public void A_transport_stream_is_named() =>
        IsNamed("an MPEG transport stream", [.. Enumerable.Range(0, 600).Select(i => i % 188 == 0 ? (byte)0x47 : (byte)1)]);

    [Fact]
    public void What_nobody_knows_is_refused_by_name_and_with_the_formats_that_are_kept()
    {
        var refused = FormatSniffer.Sniff("??"u8, "clip.avi", isWholeFile: true).Violation;

        Assert.Equal("format-not-kept", refused?.Code);
        Assert.Equal("*clip.avi* has a format that Magpie does not support. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.", refused?.Message);
    }

    [Fact]
    public void An_empty_file_is_refused_as_empty() => Assert.Equal("empty-file", Sniff([]).Violation?.Code);

    [Fact]
    public void The_beginning_of_one_of_our_formats_is_damaged_not_foreign()
    {
        Assert.Equal("damaged", Sniff(Png()[..5]).Violation?.Code);
        Assert.Equal("damaged", Sniff(Webp()[..10]).Violation?.Code);
        Assert.Equal("damaged", Sniff(Mp4()[..10]).Violation?.Code);
        Assert.Equal("damaged", Sniff(Webm()[..10]).Violation?.Code);
    }

    private static SniffResult Sniff(byte[] file) =>
        FormatSniffer.Sniff(file.AsSpan(0, Math.Min(file.Length, FormatSniffer.BytesNeeded)), "x.png", isWholeFile: true);

    private static void IsNamed(string what, byte[] file)
    {
        var refused = Sniff(file).Violation;
        Assert.Equal("format-not-kept", refused?.Code);
        Assert.Equal($"*x.png* is {what}, which Magpie does not support. Use JPEG, PNG, WebP, GIF, MP4, MOV or WebM.", refused?.Message);
    }
}
