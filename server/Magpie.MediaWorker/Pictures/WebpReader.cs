using System.Buffers.Binary;

namespace Magpie.MediaWorker.Pictures;

internal static class WebpReader
{
    public static PictureStructure Read(Stream file)
    {
        Span<byte> head = stackalloc byte[12];
        file.ReadExactly(head);
        var (delays, canvas) = (new List<int>(), 0L);
        Span<byte> content = stackalloc byte[16];
        while (file.ReadAtLeast(head[..8], 8, throwOnEndOfStream: false) == 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            var read = file.ReadAtLeast(content[..(int)Math.Min(16, length)], (int)Math.Min(16, length), throwOnEndOfStream: false);
            if (head.StartsWith("VP8X"u8) && read >= 10)
            {
                canvas = (ThreeBytes(content[4..]) + 1L) * (ThreeBytes(content[7..]) + 1L);
            }
            else if (head.StartsWith("ANMF"u8) && read == 16)
            {
                delays.Add(FrameDelay.Shown(ThreeBytes(content[12..])));
            }

            file.Seek(length + (length & 1) - read, SeekOrigin.Current);
        }

        return new PictureStructure([.. delays], canvas);
    }

    private static int ThreeBytes(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
