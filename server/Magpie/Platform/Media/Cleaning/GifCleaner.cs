namespace Magpie.Platform.Media.Cleaning;

/// <summary>GIF: keeps frames, their timing and the loop count; comments, texts and other applications' blocks stay behind.</summary>
internal static class GifCleaner
{
    private const int HeaderBytes = 13;
    private const byte Extension = 0x21, Frame = 0x2C, Trailer = 0x3B;
    private const byte GraphicControl = 0xF9, Application = 0xFF;

    public static void Clean(ByteCopy copy)
    {
        var header = copy.Read(HeaderBytes);
        copy.Write(header);
        copy.Copy(ColourTableBytes(header[10]));
        while (copy.Remaining > 0 && copy.ReadByte() is var block && block != Trailer)
        {
            switch (block)
            {
                case Frame:
                    var descriptor = copy.Read(9);
                    copy.Write(Frame);
                    copy.Write(descriptor);
                    copy.Copy(ColourTableBytes(descriptor[8]) + 1);
                    PassSubBlocks(copy, keep: true);
                    break;
                case Extension:
                    PassExtension(copy);
                    break;
                default:
                    throw new InvalidDataException($"A block {block:X2}");
            }
        }

        copy.Write(Trailer);
    }

    private static void PassExtension(ByteCopy copy)
    {
        var label = copy.ReadByte();
        if (label != Application)
        {
            if (label == GraphicControl)
            {
                copy.Write(Extension, label);
            }

            PassSubBlocks(copy, keep: label == GraphicControl);
            return;
        }

        var length = copy.ReadByte();
        var name = copy.Read(length);
        var loops = name.AsSpan().SequenceEqual("NETSCAPE2.0"u8) || name.AsSpan().SequenceEqual("ANIMEXTS1.0"u8);
        if (loops)
        {
            copy.Write(Extension, label, length);
            copy.Write(name);
        }

        PassSubBlocks(copy, keep: loops);
    }

    private static void PassSubBlocks(ByteCopy copy, bool keep)
    {
        byte length;
        do
        {
            length = copy.ReadByte();
            if (keep)
            {
                copy.Write(length);
                copy.Copy(length);
            }
            else
            {
                copy.Skip(length);
            }
        }
        while (length > 0);
    }

    private static int ColourTableBytes(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
