using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>Names formats that are not accepted, so that people learn what a file really is.</summary>
internal static class ForeignFormats
{
    private const int Packet = 188;

    /// <summary>With its article: "an AVI video"; null when unknown.</summary>
    public static string? Recognize(ReadOnlySpan<byte> first) => ByMagic(first) ?? ByWords(first);

    private static string? ByMagic(ReadOnlySpan<byte> b) =>
        b.StartsWith("RIFF"u8) && b.Length >= 12 ? ByRiff(b[8..12])
        : b.StartsWith("FLV\x01"u8) ? "a Flash video (FLV)"
        : b.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]) ? "a Windows Media file (WMV, WMA)"
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xBA]) || b.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xB3]) ? "an MPEG video"
        : IsTransportStream(b, 0, Packet) || IsTransportStream(b, 4, Packet + 4) ? "an MPEG transport stream"
        : b.StartsWith("OggS"u8) ? "an Ogg file"
        : b.StartsWith("II*\0"u8) || b.StartsWith("MM\0*"u8) || b.StartsWith("II+\0"u8) || b.StartsWith("MM\0+"u8)
            ? "a TIFF picture or a camera's raw file"
        : b.StartsWith("BM"u8) && b.Length >= 26 && BinaryPrimitives.ReadUInt32LittleEndian(b[6..]) == 0 ? "a BMP picture"
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]) || b.StartsWith((ReadOnlySpan<byte>)[0, 0, 2, 0]) ? "an icon (ICO)"
        : b.StartsWith("8BPS"u8) ? "a Photoshop file"
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x0C, (byte)'j', (byte)'P'])
        || b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51])
            ? "a JPEG 2000 picture"
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L'])
        || b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A])
            ? "a JPEG XL picture"
        : b.StartsWith("%PDF-"u8) ? "a PDF document"
        : b.StartsWith("%!PS"u8) ? "a PostScript document"
        : b.StartsWith("PK\x03\x04"u8) ? "a ZIP archive or an office document"
        : b.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || b.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
        || b.StartsWith("Rar!"u8)
            ? "an archive"
        : b.StartsWith("ID3"u8) || b.StartsWith("fLaC"u8) ? "a sound file"
        : b.Length >= 3
        && b[0] == 'P'
        && b[1] is >= (byte)'1' and <= (byte)'7'
        && b[2] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'#'
            ? "a PNM picture (PBM, PGM, PPM)"
        : null;

    private static string? ByRiff(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("AVI "u8) ? "an AVI video"
        : kind.SequenceEqual("WAVE"u8) ? "a sound file (WAV)"
        : null;

    private static bool IsTransportStream(ReadOnlySpan<byte> b, int from, int step) =>
        b.Length > from + (2 * step) && b[from] == 0x47 && b[from + step] == 0x47 && b[from + (2 * step)] == 0x47;

    private static string? ByWords(ReadOnlySpan<byte> first)
    {
        var text = first.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? first[3..] : first;
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("#EXTM3U"u8) || text.StartsWith("ffconcat"u8) || text.StartsWith("[playlist]"u8) ? "a playlist"
            : text.StartsWith("v=0\n"u8) || text.StartsWith("v=0\r\n"u8) ? "the description of a stream (SDP)"
            : text.StartsWith("push graphic-context"u8) || text.StartsWith("viewbox "u8) ? "a drawing script (MVG)"
            : text.StartsWith("#!"u8) ? "a script"
            : text.StartsWith("<"u8) ? ByMarkup(text)
            : null;
    }

    private static string ByMarkup(ReadOnlySpan<byte> text)
    {
        Span<byte> lower = stackalloc byte[Math.Min(text.Length, FormatSniffer.BytesNeeded)];
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = text[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(text[i] | 0x20) : text[i];
        }

        ReadOnlySpan<byte> words = lower;
        return words.IndexOf("<!doctype html"u8) >= 0 || words.IndexOf("<html"u8) >= 0 || words.IndexOf("<head"u8) >= 0 ? "an HTML page"
            : words.IndexOf("<svg"u8) >= 0 ? "an SVG drawing"
            : words.IndexOf("<mpd"u8) >= 0 || words.IndexOf("<smil"u8) >= 0 || words.IndexOf("<asx"u8) >= 0 ? "a playlist"
            : words.IndexOf("<script"u8) >= 0 || words.IndexOf("<body"u8) >= 0 || words.StartsWith("<!--"u8) ? "an HTML page"
            : "an XML document";
    }
}
