using System.Buffers.Binary;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// The gain map's figures as ISO 21496-1 puts them into a JPEG: versions alone beside the picture, all of them beside the map.
/// </summary>
internal sealed record GainMapBlock(byte[] Content)
{
    private const byte ManyChannels = 0x80,
        BaseColours = 0x40,
        OneDenominator = 0x08;

    public static ReadOnlySpan<byte> Mark => "urn:iso:std:iso:ts:21496:-1\0"u8;

    public bool IsOfMap => Content.Length > 4;

    /// <summary>Null where it is not built as the standard says.</summary>
    public static GainMapBlock? Read(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4 || BinaryPrimitives.ReadUInt16BigEndian(content) != 0)
        {
            return null;
        }

        if (content.Length < 5)
        {
            return new([0, 0, 0, 0]);
        }

        var channels = (content[4] & ManyChannels) != 0 ? 3 : 1;
        var length = 5 + ((content[4] & OneDenominator) != 0 ? 12 + 20 * channels : 16 + 40 * channels);
        return content.Length < length
            ? null
            : new([0, 0, 0, 0, (byte)(content[4] & (ManyChannels | BaseColours | OneDenominator | 0x04)), .. content[5..length]]);
    }
}
