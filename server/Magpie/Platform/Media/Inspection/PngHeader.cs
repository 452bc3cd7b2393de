using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

internal readonly record struct PngHeader(int Width, int Height, byte Depth, byte Color, bool IsValid)
{
    public bool NeedsPalette => Color == 3;

    /// <summary>Bytes of the picture before compression, a filter byte a row; interlacing only adds to it.</summary>
    public long RawBytes => Height * (1 + (((long)Width * Depth * Channels) + 7) / 8);

    private int Channels =>
        Color switch
        {
            2 => 3,
            4 => 2,
            6 => 4,
            _ => 1,
        };

    /// <param name="chunk">Length, type and data of the header chunk.</param>
    public static PngHeader Read(ReadOnlySpan<byte> chunk)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(chunk[8..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(chunk[12..]);
        var (depth, color) = (chunk[16], chunk[17]);
        var depthFits = (color, depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        return new PngHeader(width, height, depth, color, depthFits && (chunk[18], chunk[19]) == (0, 0) && chunk[20] <= 1);
    }

    /// <param name="frame">Width, height, left and top of an animation frame.</param>
    public bool Holds(ReadOnlySpan<byte> frame)
    {
        var width = (long)BinaryPrimitives.ReadUInt32BigEndian(frame);
        var height = (long)BinaryPrimitives.ReadUInt32BigEndian(frame[4..]);
        var left = BinaryPrimitives.ReadUInt32BigEndian(frame[8..]);
        var top = BinaryPrimitives.ReadUInt32BigEndian(frame[12..]);
        return width > 0 && height > 0 && left + width <= Width && top + height <= Height;
    }
}
