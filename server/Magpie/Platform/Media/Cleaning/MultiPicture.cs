using System.Buffers.Binary;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>A picture after the first one.</summary>
/// <param name="Kind">CIPA DC-007, 5.2.3.3.1: its relation to the first one.</param>
internal readonly record struct OtherPicture(uint Kind, long At, long Length)
{
    private const uint Previews = 0x010000,
        KindBits = 0xFF0000;

    /// <summary>Smaller copies of the picture are left out: they may show what was cut away later.</summary>
    public bool IsPreview => (Kind & KindBits) == Previews;
}

/// <summary>The Multi-Picture Format: a small TIFF that says where in the file its other pictures are.</summary>
internal static class MultiPicture
{
    public const uint FirstOfAll = 0x030000;
    private const int EntryBytes = 16,
        MostPictures = 16,
        MostTags = 100,
        HeaderBytes = 50;
    private const uint KindBits = 0xFFFFFF;

    public static ReadOnlySpan<byte> Mark => "MPF\0"u8;

    /// <summary>The pictures after the first one, from the first list that names any.</summary>
    /// <param name="tiff">From its byte order mark on.</param>
    /// <param name="begin">Its place in the file.</param>
    public static List<OtherPicture> Read(ReadOnlySpan<byte> tiff, long begin)
    {
        var others = new List<OtherPicture>();
        if (tiff.Length < 8 || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
        {
            return others;
        }

        var little = tiff[0] == (byte)'I';
        var directory = Number(tiff, 4, little);
        for (var i = 0; i < Short(tiff, directory, little) && i < MostTags && others.Count == 0; i++)
        {
            var entry = directory + 2 + 12L * i;
            if (Short(tiff, entry, little) != 0xB002)
            {
                continue;
            }

            var (bytes, at) = (Number(tiff, entry + 4, little), (long)Number(tiff, entry + 8, little));
            for (
                var picture = 1;
                picture < Math.Min(bytes / EntryBytes, MostPictures) && at + (picture + 1) * EntryBytes <= tiff.Length;
                picture++
            )
            {
                var place = at + picture * EntryBytes;
                others.Add(
                    new(Number(tiff, place, little) & KindBits, begin + Number(tiff, place + 8, little), Number(tiff, place + 4, little))
                );
            }
        }

        return others;
    }

    /// <summary>As many as a file may have, each with bytes of its own: one that overlaps another, or the first, is ignored.</summary>
    /// <param name="places">As the file gives them.</param>
    /// <param name="end">The end of the first one.</param>
    /// <param name="fileLength">Of the whole file.</param>
    public static List<OtherPicture> Apart(IEnumerable<OtherPicture> places, long end, long fileLength)
    {
        var apart = new List<OtherPicture>();
        foreach (var place in places.Where(place => place.At >= end && place.Length > 0 && place.Length <= fileLength - place.At))
        {
            if (
                apart.Count < MostPictures - 1
                && apart.TrueForAll(other => other.At + other.Length <= place.At || place.At + place.Length <= other.At)
            )
            {
                apart.Add(place);
            }
        }

        return apart;
    }

    /// <param name="pictures">Including the first one. Offsets are relative to this block; that of the first picture is written as
    /// 0.</param>
    public static byte[] Write(IReadOnlyList<OtherPicture> pictures)
    {
        var block = new byte[HeaderBytes + EntryBytes * pictures.Count];
        byte[] head =
        [
            .. "MM\0*"u8,
            0,
            0,
            0,
            8,
            0,
            3,
            0xB0,
            0,
            0,
            7,
            0,
            0,
            0,
            4,
            .. "0100"u8,
            0xB0,
            1,
            0,
            4,
            0,
            0,
            0,
            1,
            0,
            0,
            0,
            (byte)pictures.Count,
            0xB0,
            2,
            0,
            7,
            0,
            0,
            (byte)(EntryBytes * pictures.Count >> 8),
            (byte)(EntryBytes * pictures.Count),
            0,
            0,
            0,
            HeaderBytes,
        ];
        head.CopyTo(block, 0);
        for (var i = 0; i < pictures.Count; i++)
        {
            var entry = block.AsSpan(HeaderBytes + EntryBytes * i);
            BinaryPrimitives.WriteUInt32BigEndian(entry, pictures[i].Kind);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], (uint)pictures[i].Length);
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)pictures[i].At);
        }

        return block;
    }

    private static int Short(ReadOnlySpan<byte> tiff, long at, bool little) =>
        at < 0 || at + 2 > tiff.Length ? 0
        : little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[(int)at..])
        : BinaryPrimitives.ReadUInt16BigEndian(tiff[(int)at..]);

    private static uint Number(ReadOnlySpan<byte> tiff, long at, bool little) =>
        at < 0 || at + 4 > tiff.Length ? 0
        : little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[(int)at..])
        : BinaryPrimitives.ReadUInt32BigEndian(tiff[(int)at..]);
}
