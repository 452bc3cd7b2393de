using System.Buffers.Binary;

namespace Magpie.MediaWorker.Pictures;

internal static class GifReader
{
    private const int PlainText = 0x01,
        GraphicControl = 0xF9;

    public static PictureStructure Read(Stream file)
    {
        Span<byte> screen = stackalloc byte[13];
        file.ReadExactly(screen);
        var widest = Pixels(screen[6..]);
        SkipPalette(file, screen[10]);
        var delays = new List<int>();
        var hundredths = 0;
        Span<byte> frame = stackalloc byte[9];
        Span<byte> control = stackalloc byte[5];
        while (true)
        {
            var block = file.ReadByte();
            if (block == 0x2C && file.ReadAtLeast(frame, 9, throwOnEndOfStream: false) == 9)
            {
                delays.Add(FrameDelay.Shown(hundredths * 10));
                hundredths = 0;
                widest = Math.Max(widest, Pixels(frame[4..]));
                SkipPalette(file, frame[8]);
                _ = file.ReadByte(); // size of the first code
            }
            else if (block == 0x21 && file.ReadByte() is var label and >= 0)
            {
                if (label == GraphicControl && file.ReadAtLeast(control, 5, throwOnEndOfStream: false) == 5)
                {
                    hundredths = BinaryPrimitives.ReadUInt16LittleEndian(control[2..]);
                }
                else if (label == PlainText)
                {
                    hundredths = 0; // It was of the text, which nobody draws.
                }
            }
            else
            {
                return new PictureStructure([.. delays], widest);
            }

            SkipBlocks(file);
        }
    }

    private static long Pixels(ReadOnlySpan<byte> size) =>
        (long)BinaryPrimitives.ReadUInt16LittleEndian(size) * BinaryPrimitives.ReadUInt16LittleEndian(size[2..]);

    private static void SkipPalette(Stream file, byte flags)
    {
        if ((flags & 0x80) != 0)
        {
            file.Seek(3 << ((flags & 7) + 1), SeekOrigin.Current);
        }
    }

    private static void SkipBlocks(Stream file)
    {
        while (file.ReadByte() is var length and > 0)
        {
            file.Seek(length, SeekOrigin.Current);
        }
    }
}
