using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>Names formats that are not accepted, so that people learn what a file really is.</summary>
internal static class ForeignFormats
{
    private const int Packet = 188;

    /// <summary>Null when unknown.</summary>
    public static ForeignFormat? Recognize(ReadOnlySpan<byte> first) => ByMagic(first) ?? ByWords(first);

    private static ForeignFormat? ByMagic(ReadOnlySpan<byte> b) =>
        b.StartsWith("RIFF"u8) && b.Length >= 12 ? ByRiff(b[8..12])
        : b.StartsWith("FLV\x01"u8) ? ForeignFormat.Flv
        : b.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]) ? ForeignFormat.WindowsMedia
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xBA]) || b.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xB3]) ? ForeignFormat.Mpeg
        : IsTransportStream(b, 0, Packet) || IsTransportStream(b, 4, Packet + 4) ? ForeignFormat.MpegTransportStream
        : b.StartsWith("OggS"u8) ? ForeignFormat.Ogg
        : b.StartsWith("II*\0"u8) || b.StartsWith("MM\0*"u8) || b.StartsWith("II+\0"u8) || b.StartsWith("MM\0+"u8) ? ForeignFormat.Tiff
        : b.StartsWith("BM"u8) && b.Length >= 26 && BinaryPrimitives.ReadUInt32LittleEndian(b[6..]) == 0 ? ForeignFormat.Bmp
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]) || b.StartsWith((ReadOnlySpan<byte>)[0, 0, 2, 0]) ? ForeignFormat.Icon
        : b.StartsWith("8BPS"u8) ? ForeignFormat.Photoshop
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x0C, (byte)'j', (byte)'P'])
        || b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51])
            ? ForeignFormat.Jpeg2000
        : b.StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L'])
        || b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A])
            ? ForeignFormat.JpegXl
        : b.StartsWith("%PDF-"u8) ? ForeignFormat.Pdf
        : b.StartsWith("%!PS"u8) ? ForeignFormat.PostScript
        : b.StartsWith("PK\x03\x04"u8) ? ForeignFormat.ZipOrOffice
        : b.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || b.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF])
        || b.StartsWith("Rar!"u8)
            ? ForeignFormat.Archive
        : b.StartsWith("ID3"u8) || b.StartsWith("fLaC"u8) ? ForeignFormat.Sound
        : b.Length >= 3
        && b[0] == 'P'
        && b[1] is >= (byte)'1' and <= (byte)'7'
        && b[2] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'#'
            ? ForeignFormat.Pnm
        : null;

    private static ForeignFormat? ByRiff(ReadOnlySpan<byte> kind) =>
        kind.SequenceEqual("AVI "u8) ? ForeignFormat.Avi
        : kind.SequenceEqual("WAVE"u8) ? ForeignFormat.Wav
        : null;

    private static bool IsTransportStream(ReadOnlySpan<byte> b, int from, int step) =>
        b.Length > from + (2 * step) && b[from] == 0x47 && b[from + step] == 0x47 && b[from + (2 * step)] == 0x47;

    private static ForeignFormat? ByWords(ReadOnlySpan<byte> first)
    {
        var text = first.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? first[3..] : first;
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("#EXTM3U"u8) || text.StartsWith("ffconcat"u8) || text.StartsWith("[playlist]"u8) ? ForeignFormat.Playlist
            : text.StartsWith("v=0\n"u8) || text.StartsWith("v=0\r\n"u8) ? ForeignFormat.Sdp
            : text.StartsWith("push graphic-context"u8) || text.StartsWith("viewbox "u8) ? ForeignFormat.Mvg
            : text.StartsWith("#!"u8) ? ForeignFormat.Script
            : text.StartsWith("<"u8) ? ByMarkup(text)
            : null;
    }

    private static ForeignFormat ByMarkup(ReadOnlySpan<byte> text)
    {
        Span<byte> lower = stackalloc byte[Math.Min(text.Length, FormatSniffer.BytesNeeded)];
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = text[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(text[i] | 0x20) : text[i];
        }

        ReadOnlySpan<byte> words = lower;
        return words.IndexOf("<!doctype html"u8) >= 0 || words.IndexOf("<html"u8) >= 0 || words.IndexOf("<head"u8) >= 0 ? ForeignFormat.Html
            : words.IndexOf("<svg"u8) >= 0 ? ForeignFormat.Svg
            : words.IndexOf("<mpd"u8) >= 0 || words.IndexOf("<smil"u8) >= 0 || words.IndexOf("<asx"u8) >= 0 ? ForeignFormat.Playlist
            : words.IndexOf("<script"u8) >= 0 || words.IndexOf("<body"u8) >= 0 || words.StartsWith("<!--"u8) ? ForeignFormat.Html
            : ForeignFormat.Xml;
    }
}
