using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>The data references (<c>dref</c>) of a track: whether its media lies in this file, or a path or address is named.</summary>
internal static class IsoDataReferences
{
    /// <summary>Flag 1 of an entry says "in this file"; an entry of nothing but its flags names no other.</summary>
    public static async ValueTask<bool> PointElsewhereAsync(InspectedFile it, IsoBox dref)
    {
        it.File.Skip(8);
        while (await IsoBox.NextAsync(it, dref.End) is { } entry)
        {
            if (entry.BodyLength > 5 && await it.HasAsync(4) && (BinaryPrimitives.ReadUInt32BigEndian(it.File.Here) & 1) == 0)
            {
                return true;
            }

            it.File.MoveTo(entry.End);
        }

        return false;
    }
}
