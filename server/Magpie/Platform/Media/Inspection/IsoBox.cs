using System.Buffers.Binary;
using System.Text;

namespace Magpie.Platform.Media.Inspection;

/// <summary>A box (atom) of the ISO base media and QuickTime formats: where its body begins and where it claims to end.</summary>
internal readonly record struct IsoBox(uint Type, long Body, long End)
{
    public long BodyLength => End - Body;

    /// <summary>Its four letters, for comparisons that can be read: <c>"moov"</c>.</summary>
    public static uint Named(string type) => BinaryPrimitives.ReadUInt32BigEndian(Encoding.Latin1.GetBytes(type));

    /// <summary>
    /// The box at the window's position, which moves to its body. Null when none fits before <paramref name="end"/>, or when its size is
    /// impossible. Its end may be beyond <paramref name="end"/>; the caller decides about that.
    /// </summary>
    public static async ValueTask<IsoBox?> NextAsync(InspectedFile it, long end)
    {
        var file = it.File;
        var start = file.Position;
        if (end - start < 8 || !it.MayReadOn() || !await it.HasAsync(8))
        {
            return null;
        }

        var size = (ulong)BinaryPrimitives.ReadUInt32BigEndian(file.Here);
        var type = BinaryPrimitives.ReadUInt32BigEndian(file.Here[4..]);
        var header = 8;
        if (size == 1)
        {
            if (end - start < 16 || !await it.HasAsync(16))
            {
                return null;
            }

            size = BinaryPrimitives.ReadUInt64BigEndian(file.Here[8..]);
            header = 16;
        }
        else if (size == 0)
        {
            size = (ulong)(end - start);
        }

        if (size < (ulong)header)
        {
            return null;
        }

        file.Skip(header);
        var last = size > long.MaxValue - (ulong)start ? long.MaxValue : start + (long)size;
        return new IsoBox(type, start + header, last);
    }
}
