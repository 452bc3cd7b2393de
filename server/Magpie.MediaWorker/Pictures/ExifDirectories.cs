using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Magpie.MediaWorker.Pictures;

/// <summary>
/// The TIFF structure of EXIF. Each directory is looked at when it is asked for, so that loops and absurd counts cost nothing.
/// </summary>
internal readonly ref struct ExifDirectories(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private readonly bool little = data[0] == 'I';

    public uint Number(long at) =>
        at < 0 || at + 4 > data.Length ? 0
        : little ? BinaryPrimitives.ReadUInt32LittleEndian(data[(int)at..])
        : BinaryPrimitives.ReadUInt32BigEndian(data[(int)at..]);

    public int Short(long at) =>
        at < 0 || at + 2 > data.Length ? 0
        : little ? BinaryPrimitives.ReadUInt16LittleEndian(data[(int)at..])
        : BinaryPrimitives.ReadUInt16BigEndian(data[(int)at..]);

    public double? Ratio(long at) => at + 8 <= data.Length && Number(at + 4) is var under and > 0 ? (double)Number(at) / under : null;

    /// <summary>Where another directory begins that this entry names; 0 for nowhere.</summary>
    public long Pointer(long directory, ushort tag) => Find(directory, tag) is var entry and > 0 ? Number(entry + 8) : 0;

    /// <summary>Where the entry lies, or -1.</summary>
    public long Find(long directory, ushort tag)
    {
        var count = directory < 8 ? 0 : Short(directory);
        for (var i = 0; i < count; i++)
        {
            var entry = directory + 2 + i * 12L;
            if (entry + 12 > data.Length)
            {
                break;
            }

            if (Short(entry) == tag)
            {
                return entry;
            }
        }

        return -1;
    }

    /// <summary>An ASCII field without control characters; null where it is absent or empty.</summary>
    public string? Text(long directory, ushort tag)
    {
        var entry = Find(directory, tag);
        if (entry < 0 || Short(entry + 2) != 2)
        {
            return null;
        }

        var length = Math.Min(Number(entry + 4), 1000);
        var at = length <= 4 ? entry + 8 : Number(entry + 8);
        if (at + length > data.Length)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(data.Slice((int)at, (int)length));
        var end = text.IndexOf('\0', StringComparison.Ordinal);
        var kept = (end < 0 ? text : text[..end]).Where(c =>
            !char.IsControl(c) && c != '\uFFFD' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format
        );
        var clean = string.Concat(kept).Trim();
        return clean.Length > 0 ? clean : null;
    }
}
