using System.Buffers.Binary;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// JPEG: keeps tables, scans, JFIF, Adobe's colour transform and the colour profile, and ends at the end marker. What lies behind it, a
/// second picture or the video of a living photo, has metadata of its own.
/// </summary>
internal static class JpegCleaner
{
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Exif = 0xE1;

    public static void Clean(ByteCopy copy)
    {
        if (copy.ReadByte() != 0xFF || copy.ReadByte() != StartOfImage)
        {
            throw new InvalidDataException("No start marker");
        }

        var orientation = FindOrientation(copy);
        copy.Rewind();
        copy.Copy(2);
        if (orientation != 1)
        {
            WriteOrientation(copy, orientation);
        }

        while (NextMarker(copy) is var marker && marker != EndOfImage)
        {
            if (HasNoLength(marker))
            {
                copy.Write(0xFF, marker);
                continue;
            }

            var length = ReadLength(copy);
            if (IsNeeded(marker, copy, length, out var begin))
            {
                copy.Write(0xFF, marker, (byte)(length >> 8), (byte)length);
                copy.Write(begin);
                copy.Copy(length - 2 - begin.Length);
            }
            else
            {
                copy.Skip(length - 2 - begin.Length);
            }

            if (marker == StartOfScan)
            {
                CopyScan(copy);
            }
        }

        copy.Write(0xFF, EndOfImage);
    }

    private static int FindOrientation(ByteCopy copy)
    {
        while (NextMarker(copy) is var marker && marker is not (StartOfScan or EndOfImage))
        {
            if (HasNoLength(marker))
            {
                continue;
            }

            var length = ReadLength(copy);
            if (marker != Exif)
            {
                copy.Skip(length - 2);
                continue;
            }

            var segment = copy.Read(length - 2);
            if (segment.AsSpan().StartsWith("Exif\0\0"u8))
            {
                return Orientation.Read(segment.AsSpan(6));
            }
        }

        return 1;
    }

    private static void WriteOrientation(ByteCopy copy, int orientation)
    {
        byte[] segment = [.. "Exif\0\0"u8, .. Orientation.Write(orientation)];
        copy.Write(0xFF, Exif, 0, (byte)(segment.Length + 2));
        copy.Write(segment);
    }

    /// <param name="begin">What had to be read to know.</param>
    private static bool IsNeeded(byte marker, ByteCopy copy, int length, out byte[] begin)
    {
        begin = marker is >= 0xE0 and <= 0xEF ? copy.Read(Math.Min(length - 2, 12)) : [];
        return marker switch
        {
            0xE0 => begin.AsSpan().StartsWith("JFIF\0"u8),
            0xE2 => begin.AsSpan().StartsWith("ICC_PROFILE\0"u8),
            0xEE => begin.AsSpan().StartsWith("Adobe"u8),
            (>= 0xE0 and <= 0xEF) or 0xFE => false,
            _ => true,
        };
    }

    /// <summary>Coded data up to the marker that ends it; stuffed zeros and restart markers are part of it.</summary>
    private static void CopyScan(ByteCopy copy)
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

    private static byte NextMarker(ByteCopy copy)
    {
        while (true)
        {
            while (copy.ReadByte() != 0xFF)
            {
                // Junk between segments is not taken along.
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

    private static bool HasNoLength(byte marker) => marker is 0x01 or (>= 0xD0 and <= StartOfImage);

    private static int ReadLength(ByteCopy copy) =>
        BinaryPrimitives.ReadUInt16BigEndian(copy.Read(2)) is >= 2 and var length ? length : throw new InvalidDataException("A segment of no length");
}
