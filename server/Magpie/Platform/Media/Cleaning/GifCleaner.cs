namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// GIF: keeps frames, their timing and the loop count; comments, texts, other applications' blocks and what hides in its own stay behind.
/// </summary>
internal static class GifCleaner
{
    private const int HeaderBytes = 13;
    private const byte Extension = 0x21,
        Frame = 0x2C,
        Trailer = 0x3B;
    private const byte GraphicControl = 0xF9,
        Application = 0xFF,
        LoopBlock = 1;

    public static void Clean(ByteCopy copy)
    {
        var header = copy.Read(HeaderBytes);
        copy.Write(header);
        copy.Copy(ColourTableBytes(header[10]));
        var loops = false;
        while (copy.Remaining > 0 && copy.ReadByte() is var block && block != Trailer)
        {
            switch (block)
            {
                case Frame:
                    var descriptor = copy.Read(9);
                    copy.Write(Frame);
                    copy.Write(descriptor);
                    copy.Copy(ColourTableBytes(descriptor[8]) + 1);
                    CopySubBlocks(copy);
                    break;
                case Extension:
                    PassExtension(copy, ref loops);
                    break;
                default:
                    throw new InvalidDataException($"A block {block:X2}");
            }
        }

        copy.Write(Trailer);
    }

    private static void PassExtension(ByteCopy copy, ref bool loops)
    {
        var label = copy.ReadByte();
        var first = SubBlock(copy);
        if (label == GraphicControl && first.Length == 4)
        {
            copy.Write(Extension, label, 4, (byte)(first[0] & 0x1F), first[1], first[2], first[3], 0);
        }

        var names =
            label == Application && (first.AsSpan().SequenceEqual("NETSCAPE2.0"u8) || first.AsSpan().SequenceEqual("ANIMEXTS1.0"u8));
        while (first.Length > 0 && SubBlock(copy) is { Length: > 0 } next)
        {
            if (names && !loops && next is [LoopBlock, var low, var high])
            {
                loops = true;
                copy.Write([Extension, Application, 11, .. "NETSCAPE2.0"u8, 3, LoopBlock, low, high, 0]);
            }
        }
    }

    private static byte[] SubBlock(ByteCopy copy) => copy.Read(copy.ReadByte());

    private static void CopySubBlocks(ByteCopy copy)
    {
        byte length;
        do
        {
            length = copy.ReadByte();
            copy.Write(length);
            copy.Copy(length);
        } while (length > 0);
    }

    private static int ColourTableBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
