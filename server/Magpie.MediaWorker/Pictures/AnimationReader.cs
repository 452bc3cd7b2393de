using System.Buffers.Binary;

namespace Magpie.MediaWorker.Pictures;

/// <summary>
/// Counts the frames of a file by its structure. libvips stops counting GIF frames early and does not see those of an
/// animated PNG; and what a file claims to need has to be known before a decoder believes it.
/// </summary>
internal static class AnimationReader
{
    public static Animation Read(string format, string path)
    {
        using var file = new BufferedStream(File.OpenRead(path), 1 << 16);
        try
        {
            return format switch
            {
                "gif" => Gif(file),
                "webp" => Webp(file),
                "png" => Png(file),
                _ => Animation.None,
            };
        }
        catch (EndOfStreamException)
        {
            return Animation.None; // cut off in its first bytes: the decoder says so in its own words
        }
    }

    private static Animation Gif(Stream file)
    {
        Span<byte> screen = stackalloc byte[13];
        file.ReadExactly(screen);
        var widest = Pixels(screen[6..]);
        SkipPalette(file, screen[10]);
        var frames = 0;
        var hundredths = 0L;
        Span<byte> frame = stackalloc byte[9];
        Span<byte> control = stackalloc byte[5];
        while (true)
        {
            var block = file.ReadByte();
            if (block == 0x2C && file.ReadAtLeast(frame, 9, throwOnEndOfStream: false) == 9)
            {
                frames++;
                widest = Math.Max(widest, Pixels(frame[4..]));
                SkipPalette(file, frame[8]);
                _ = file.ReadByte(); // size of the first code
            }
            else if (block == 0x21 && file.ReadByte() is var label and >= 0)
            {
                if (label == 0xF9 && file.ReadAtLeast(control, 5, throwOnEndOfStream: false) == 5)
                {
                    hundredths += BinaryPrimitives.ReadUInt16LittleEndian(control[2..]);
                }
            }
            else
            {
                return new Animation(Math.Max(frames, 1), hundredths / 100d, widest);
            }

            SkipBlocks(file);
        }

        static long Pixels(ReadOnlySpan<byte> size) => (long)BinaryPrimitives.ReadUInt16LittleEndian(size) * BinaryPrimitives.ReadUInt16LittleEndian(size[2..]);

        static void SkipPalette(Stream file, byte flags)
        {
            if ((flags & 0x80) != 0)
            {
                file.Seek(3 << ((flags & 7) + 1), SeekOrigin.Current);
            }
        }

        static void SkipBlocks(Stream file)
        {
            while (file.ReadByte() is var length and > 0)
            {
                file.Seek(length, SeekOrigin.Current);
            }
        }
    }

    private static Animation Webp(Stream file)
    {
        Span<byte> head = stackalloc byte[12];
        file.ReadExactly(head);
        var (frames, milliseconds, canvas) = (0, 0L, 0L);
        Span<byte> content = stackalloc byte[16];
        while (file.ReadAtLeast(head[..8], 8, throwOnEndOfStream: false) == 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            var read = file.ReadAtLeast(content, (int)Math.Min(16, length), throwOnEndOfStream: false);
            if (head.StartsWith("VP8X"u8) && read >= 10)
            {
                canvas = (ThreeBytes(content[4..]) + 1L) * (ThreeBytes(content[7..]) + 1L);
            }
            else if (head.StartsWith("ANMF"u8) && read == 16)
            {
                frames++;
                milliseconds += ThreeBytes(content[12..]);
            }

            file.Seek(length + (length & 1) - read, SeekOrigin.Current);
        }

        return new Animation(Math.Max(frames, 1), milliseconds / 1000d, canvas);

        static int ThreeBytes(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
    }

    private static Animation Png(Stream file)
    {
        Span<byte> head = stackalloc byte[8];
        file.ReadExactly(head);
        var (frames, seconds, widest) = (0, 0d, 0L);
        Span<byte> content = stackalloc byte[26];
        while (file.ReadAtLeast(head, 8, throwOnEndOfStream: false) == 8)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var read = file.ReadAtLeast(content, (int)Math.Min(26, length), throwOnEndOfStream: false);
            if (head[4..].SequenceEqual("IHDR"u8) && read >= 8)
            {
                widest = (long)BinaryPrimitives.ReadUInt32BigEndian(content) * BinaryPrimitives.ReadUInt32BigEndian(content[4..]);
            }
            else if (head[4..].SequenceEqual("fcTL"u8) && read == 26)
            {
                frames++;
                var unit = BinaryPrimitives.ReadUInt16BigEndian(content[22..]);
                seconds += (double)BinaryPrimitives.ReadUInt16BigEndian(content[20..]) / (unit == 0 ? 100 : unit);
            }

            file.Seek(length + 4L - read, SeekOrigin.Current);
        }

        return new Animation(Math.Max(frames, 1), seconds, widest);
    }
}
