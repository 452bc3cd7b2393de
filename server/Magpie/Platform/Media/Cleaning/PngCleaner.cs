using System.Text;
using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>PNG: keeps the chunks of picture, palette, transparency, colour and animation, and ends with the end chunk.</summary>
internal static class PngCleaner
{
    private const int SignatureBytes = 8;
    private const int LongestExif = 1 << 20;

    private static readonly HashSet<string> Needed =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    ];

    public static void Clean(ByteCopy copy)
    {
        copy.Copy(SignatureBytes);
        for (var type = ""; type != "IEND";)
        {
            var length = copy.ReadUInt32BigEndian();
            var name = copy.Read(4);
            type = Encoding.Latin1.GetString(name);
            if (Needed.Contains(type))
            {
                copy.WriteUInt32BigEndian(length);
                copy.Write(name);
                copy.Copy(length + 4L);
            }
            else if (type == "eXIf" && length <= LongestExif)
            {
                WriteOrientation(copy, Orientation.Read(copy.Read((int)length)));
                copy.Skip(4);
            }
            else
            {
                copy.Skip(length + 4L);
            }
        }
    }

    private static void WriteOrientation(ByteCopy copy, int orientation)
    {
        if (orientation == 1)
        {
            return;
        }

        byte[] chunk = [.. "eXIf"u8, .. Orientation.Write(orientation)];
        copy.WriteUInt32BigEndian((uint)chunk.Length - 4);
        copy.Write(chunk);
        copy.WriteUInt32BigEndian(~Crc32.Append(Crc32.Start, chunk));
    }
}
