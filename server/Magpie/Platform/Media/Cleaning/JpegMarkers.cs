using System.Buffers.Binary;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>How a JPEG is walked (ITU T.81).</summary>
internal static class JpegMarkers
{
    public const byte StartOfImage = 0xD8,
        EndOfImage = 0xD9,
        StartOfScan = 0xDA,
        Exif = 0xE1,
        Second = 0xE2;

    public static void Begin(ByteCopy copy)
    {
        copy.Rewind();
        if (copy.ReadByte() != 0xFF || copy.ReadByte() != StartOfImage)
        {
            throw new InvalidDataException("No start marker");
        }
    }

    public static byte Next(ByteCopy copy)
    {
        while (true)
        {
            while (copy.ReadByte() != 0xFF)
            {
                // Junk between segments is not copied.
            }

            var marker = copy.ReadByte();
            while (marker == 0xFF)
            {
                marker = copy.ReadByte();
            }

            if (marker != 0x00)
            {
                return marker;
            }
        }
    }

    public static bool HasNoLength(byte marker) => marker is 0x01 or (>= 0xD0 and <= StartOfImage);

    /// <summary>Length of what follows.</summary>
    public static int ReadLength(ByteCopy copy) =>
        BinaryPrimitives.ReadUInt16BigEndian(copy.Read(2)) is >= 2 and var length
            ? length - 2
            : throw new InvalidDataException("A segment of no length");

    public static void Write(ByteCopy copy, byte marker, ReadOnlySpan<byte> content)
    {
        copy.Write(0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2));
        copy.Write(content);
    }

    /// <summary>Coded data up to the marker that ends it; stuffed zeros and restart markers are part of it.</summary>
    public static void CopyScan(ByteCopy copy)
    {
        while (true)
        {
            var value = copy.ReadByte();
            if (value != 0xFF)
            {
                copy.Write(value);
                continue;
            }

            var next = copy.ReadByte();
            while (next == 0xFF)
            {
                next = copy.ReadByte();
            }

            if (next is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                copy.StepBack(2);
                return;
            }

            copy.Write(0xFF, next);
        }
    }
}
