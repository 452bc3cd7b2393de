using System.Buffers.Binary;
using System.Text;
using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// WebP: keeps the chunks of picture, transparency, animation and colour profile, in frames too, and ends where its RIFF does. What a
/// chunk holds beyond what is known of it, and what comes twice, stays behind.
/// </summary>
internal static class WebpCleaner
{
    private const int RiffHeaderBytes = 12,
        ChunkHeaderBytes = 8;
    private const int CanvasBytes = 10,
        AnimationBytes = 6,
        FrameBytes = 16;
    private const int LongestExif = 1 << 20;
    private const byte HasProfile = 0x20,
        HasAlpha = 0x10,
        HasExif = 0x08,
        Moves = 0x02;

    public static void Clean(ByteCopy copy)
    {
        copy.Skip(4);
        var riff = BinaryPrimitives.ReadUInt32LittleEndian(copy.Read(4)) + 8L;
        var (profile, orientation) = Survey(copy, riff);
        copy.MoveTo(0);
        var start = copy.Written;
        copy.Write("RIFF\0\0\0\0WEBP"u8);
        var (seen, moves) = (new HashSet<string>(), false);
        foreach (var (name, length) in Chunks(copy, riff))
        {
            var next = copy.Position + Padded(length);
            moves |= name == "VP8X" && length > 0 && (copy.Peek() & Moves) != 0;
            if (IsSeen(name, moves) && (name == "ANMF" ? length >= FrameBytes : IsFirst(seen, name)))
            {
                Pass(copy, name, length, profile, orientation);
            }

            copy.MoveTo(next);
        }

        if (orientation != 1)
        {
            WriteChunk(copy, "EXIF", Orientation.Write(orientation));
        }

        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(copy.Written - start - 8));
        copy.Rewrite(start + 4, size);
    }

    /// <summary>A still picture has no frames, and an animated one has no other picture.</summary>
    private static bool IsSeen(string name, bool moves) =>
        name switch
        {
            "ANIM" or "ANMF" => moves,
            "VP8 " or "VP8L" or "ALPH" => !moves,
            _ => true,
        };

    /// <summary>There is one picture, lossy or lossless, and its transparency comes before it.</summary>
    private static bool IsFirst(HashSet<string> seen, string name) =>
        (name != "ALPH" || !seen.Contains("VP8")) && seen.Add(name is "VP8 " or "VP8L" ? "VP8" : name);

    private static void Pass(ByteCopy copy, string name, uint length, byte[]? profile, int orientation)
    {
        switch (name)
        {
            case "VP8X" when length >= CanvasBytes:
                var canvas = copy.Read(CanvasBytes);
                canvas[0] = (byte)(
                    (canvas[0] & (HasAlpha | Moves)) | (profile is null ? 0 : HasProfile) | (orientation == 1 ? 0 : HasExif)
                );
                canvas.AsSpan(1, 3).Clear();
                WriteChunk(copy, name, canvas);
                break;
            case "ANIM" when length >= AnimationBytes:
                WriteChunk(copy, name, copy.Read(AnimationBytes));
                break;
            case "ANMF":
                PassFrame(copy, length);
                break;
            case "ICCP" when profile is not null:
                WriteChunk(copy, name, profile);
                break;
            case "VP8 " or "VP8L" or "ALPH":
                CopyChunk(copy, name, length);
                break;
        }
    }

    /// <summary>A frame is a small file of its own, and may contain unknown chunks.</summary>
    private static void PassFrame(ByteCopy copy, uint length)
    {
        var start = copy.Written;
        var end = copy.Position + length;
        copy.Write("ANMF\0\0\0\0"u8);
        var frame = copy.Read(FrameBytes);
        frame[^1] &= 3;
        copy.Write(frame);
        var seen = new HashSet<string>();
        foreach (var (name, inner) in Within(copy, end))
        {
            var next = copy.Position + Padded(inner);
            if (name is "VP8 " or "VP8L" or "ALPH" && IsFirst(seen, name))
            {
                CopyChunk(copy, name, inner);
            }

            copy.MoveTo(next);
        }

        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(copy.Written - start - ChunkHeaderBytes));
        copy.Rewrite(start + 4, size);
    }

    private static (byte[]? Profile, int Orientation) Survey(ByteCopy copy, long riff)
    {
        var (profile, exif) = (default(byte[]), default(byte[]));
        foreach (var (name, length) in Chunks(copy, riff))
        {
            var next = copy.Position + Padded(length);
            if (name == "ICCP" && profile is null && length <= IccProfile.Longest)
            {
                profile = copy.Read((int)length);
            }
            else if (name == "EXIF" && exif is null && length <= LongestExif)
            {
                exif = copy.Read((int)length);
            }

            copy.MoveTo(next);
        }

        var tiff = exif.AsSpan().StartsWith("Exif\0\0"u8) ? exif.AsSpan(6) : exif;
        return (profile is null ? null : IccProfile.WithoutWords(profile), Orientation.Read(tiff));
    }

    private static IEnumerable<(string Name, uint Length)> Chunks(ByteCopy copy, long riff)
    {
        copy.MoveTo(RiffHeaderBytes);
        return Within(copy, Math.Min(riff, copy.Length));
    }

    /// <summary>After using a chunk, move behind it before asking for the next one.</summary>
    private static IEnumerable<(string Name, uint Length)> Within(ByteCopy copy, long end)
    {
        while (end - copy.Position >= ChunkHeaderBytes)
        {
            var header = copy.Read(ChunkHeaderBytes);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            if (length > end - copy.Position)
            {
                yield break; // Something behind the picture that is no chunk.
            }

            yield return (Encoding.Latin1.GetString(header, 0, 4), length);
        }
    }

    private static void CopyChunk(ByteCopy copy, string name, uint length)
    {
        copy.Write(Encoding.Latin1.GetBytes(name));
        copy.WriteUInt32LittleEndian(length);
        copy.Copy(length);
        copy.Write(new byte[length & 1]);
    }

    private static void WriteChunk(ByteCopy copy, string name, ReadOnlySpan<byte> content)
    {
        copy.Write(Encoding.Latin1.GetBytes(name));
        copy.WriteUInt32LittleEndian((uint)content.Length);
        copy.Write(content);
        copy.Write(new byte[content.Length & 1]);
    }

    private static long Padded(uint length) => length + (length & 1L);
}
