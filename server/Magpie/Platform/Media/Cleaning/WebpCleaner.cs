using System.Buffers.Binary;
using System.Text;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>WebP: keeps the chunks of picture, transparency, animation and colour profile, and ends where its RIFF does.</summary>
internal static class WebpCleaner
{
    private const int RiffHeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;
    private const int LongestExif = 1 << 20;
    private const byte HasExif = 0x08, HasXmp = 0x04;

    private static readonly HashSet<string> Needed = ["VP8 ", "VP8L", "VP8X", "ANIM", "ANMF", "ALPH", "ICCP"];

    public static void Clean(ByteCopy copy)
    {
        var (size, orientation) = Measure(copy);
        var exif = orientation == 1 ? Array.Empty<byte>() : Orientation.Write(orientation);
        copy.Rewind();
        copy.Skip(RiffHeaderBytes);
        copy.Write("RIFF"u8);
        copy.WriteUInt32LittleEndian((uint)(4 + size + (exif.Length == 0 ? 0 : ChunkHeaderBytes + exif.Length)));
        copy.Write("WEBP"u8);
        foreach (var (name, length) in Chunks(copy))
        {
            if (!Needed.Contains(name))
            {
                copy.Skip(Padded(length));
                continue;
            }

            copy.Write(Encoding.Latin1.GetBytes(name));
            copy.WriteUInt32LittleEndian(length);
            if (name == "VP8X" && length >= 1)
            {
                var flags = copy.ReadByte() & ~(HasExif | HasXmp);
                copy.Write((byte)(exif.Length == 0 ? flags : flags | HasExif));
                copy.Copy(Padded(length) - 1);
            }
            else
            {
                copy.Copy(Padded(length));
            }
        }

        if (exif.Length > 0)
        {
            copy.Write("EXIF"u8);
            copy.WriteUInt32LittleEndian((uint)exif.Length);
            copy.Write(exif);
        }
    }

    private static (long Size, int Orientation) Measure(ByteCopy copy)
    {
        var (size, orientation) = (0L, 1);
        foreach (var (name, length) in RiffChunks(copy))
        {
            if (name == "EXIF" && length <= LongestExif)
            {
                var exif = copy.Read((int)length).AsSpan();
                orientation = Orientation.Read(exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif);
                copy.Skip(Padded(length) - length);
                continue;
            }

            size += Needed.Contains(name) ? ChunkHeaderBytes + Padded(length) : 0;
            copy.Skip(Padded(length));
        }

        return (size, orientation);
    }

    private static IEnumerable<(string Name, uint Length)> RiffChunks(ByteCopy copy)
    {
        copy.Skip(RiffHeaderBytes);
        return Chunks(copy);
    }

    /// <summary>Whoever takes a chunk reads or skips all of it before asking for the next one.</summary>
    private static IEnumerable<(string Name, uint Length)> Chunks(ByteCopy copy)
    {
        while (copy.Remaining >= ChunkHeaderBytes)
        {
            var header = copy.Read(ChunkHeaderBytes);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            if (Padded(length) > copy.Remaining)
            {
                yield break; // Something behind the picture that is no chunk.
            }

            yield return (Encoding.Latin1.GetString(header, 0, 4), length);
        }
    }

    private static long Padded(uint length) => length + (length & 1L);
}
