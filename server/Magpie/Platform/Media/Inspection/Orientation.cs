using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>The only EXIF value that decides how a picture looks: its orientation.</summary>
internal static class Orientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int HeaderBytes = 8;
    private const int EntryBytes = 12;
    private const int MostEntries = 512;

    /// <summary>1 to 8; 1, upright, when the value is invalid.</summary>
    /// <param name="tiff">An EXIF block from its byte order mark on.</param>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < HeaderBytes || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return 1;
        }

        var little = tiff[0] == (byte)'I';
        var directory = UInt32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var entries = tiff[(int)directory..];
        var count = Math.Min(UInt16(entries, little), (ushort)MostEntries);
        entries = entries[2..];
        for (var i = 0; i < count && entries.Length >= EntryBytes; i++, entries = entries[EntryBytes..])
        {
            if (UInt16(entries, little) == Tag && UInt16(entries[2..], little) == Short)
            {
                return UInt16(entries[8..], little) is >= 1 and <= 8 and var orientation ? orientation : 1;
            }
        }

        return 1;
    }

    /// <summary>An EXIF block, from its byte order mark on, with nothing but an orientation.</summary>
    public static byte[] Write(int orientation) =>
        [
            .. "MM\0*"u8,
            0,
            0,
            0,
            HeaderBytes,
            0,
            1,
            Tag >> 8,
            Tag & 0xFF,
            0,
            (byte)Short,
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
        ];

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
