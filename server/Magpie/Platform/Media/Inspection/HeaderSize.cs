using System.Buffers.Binary;
using Magpie.Model.Media;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// The size that the beginning of a file announces, as it would be displayed. A hint for people; nothing is decided by it.
/// </summary>
internal static class HeaderSize
{
    public static (int? Width, int? Height) Read(MediaFormat format, ReadOnlySpan<byte> first)
    {
        var (width, height) = format switch
        {
            MediaFormat.Png => first.Length >= 24 ? (Big32(first[16..]), Big32(first[20..])) : default,
            MediaFormat.Gif => first.Length >= 10 ? (Little16(first[6..]), Little16(first[8..])) : default,
            MediaFormat.Webp => OfWebp(first),
            MediaFormat.Jpeg => OfJpeg(first),
            MediaFormat.Mp4 or MediaFormat.Mov => OfMovie(first),
            MediaFormat.Webm => default,
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
        return width > 0 && height > 0 ? (width, height) : (null, null);
    }

    private static (int, int) OfWebp(ReadOnlySpan<byte> file) =>
        file.Length < 30 ? default
        : file[12..].StartsWith("VP8X"u8) ? (1 + Little24(file[24..]), 1 + Little24(file[27..]))
        : file[12..].StartsWith("VP8L"u8) ? OfLossless(BinaryPrimitives.ReadUInt32LittleEndian(file[21..]))
        : file[12..].StartsWith("VP8 "u8) ? (Little16(file[26..]) & 0x3FFF, Little16(file[28..]) & 0x3FFF)
        : default;

    // Two numbers of 14 bits, each one less than it means.
    private static (int, int) OfLossless(uint bits) => (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));

    private static (int, int) OfJpeg(ReadOnlySpan<byte> file)
    {
        var orientation = 1;
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF; )
        {
            var marker = file[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var (height, width) = (
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..])
                );
                return orientation >= 5 ? (height, width) : (width, height);
            }

            var segment = file[(at + 4)..Math.Min(file.Length, Math.Max(at + 4, at + 2 + length))];
            if (marker == 0xE1 && segment.StartsWith("Exif\0\0"u8))
            {
                orientation = Orientation.Read(segment[6..]);
            }

            at += marker == 0xFF ? 1 : 2 + Math.Max((int)length, 2);
        }

        return default;
    }

    /// <summary>From the first track header that has a size; there is none where a movie's index lies at its end.</summary>
    private static (int, int) OfMovie(ReadOnlySpan<byte> file)
    {
        for (var rest = file; rest.IndexOf("tkhd"u8) is >= 0 and var found; rest = rest[(found + 4)..])
        {
            var box = rest[(found + 4)..];
            var matrix = box.Length > 0 && box[0] == 1 ? 52 : 40;
            if (box.Length < matrix + 44)
            {
                return default;
            }

            var (width, height) = (Big32(box[(matrix + 36)..]) >> 16, Big32(box[(matrix + 40)..]) >> 16);
            if (width > 0 && height > 0)
            {
                return Big32(box[matrix..]) == 0 ? (height, width) : (width, height);
            }
        }

        return default;
    }

    private static int Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
