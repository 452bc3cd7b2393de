using System.IO.Compression;
using System.Text;
using Magpie.Platform.Media.Inspection;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// PNG: keeps the chunks of picture, palette, transparency, colour and animation, and ends with the end chunk. One of another length
/// than its content can have says something else, and one that comes twice is read by nobody.
/// </summary>
internal static class PngCleaner
{
    private const int SignatureBytes = 8;
    private const int LongestExif = 1 << 20,
        LongestProfile = 4 << 20;

    /// <summary>Also checks that their length is possible.</summary>
    private static readonly Dictionary<string, Func<uint, bool>> Needed = new()
    {
        ["IHDR"] = length => length == 13,
        ["PLTE"] = length => length is > 0 and <= 768 && length % 3 == 0,
        ["IDAT"] = _ => true,
        ["IEND"] = length => length == 0,
        ["tRNS"] = length => length is > 0 and <= 256,
        ["gAMA"] = length => length == 4,
        ["cHRM"] = length => length == 32,
        ["sRGB"] = length => length == 1,
        ["cICP"] = length => length == 4,
        ["mDCV"] = length => length == 24,
        ["cLLI"] = length => length == 8,
        ["sBIT"] = length => length is > 0 and <= 4,
        ["bKGD"] = length => length is 1 or 2 or 6,
        ["pHYs"] = length => length == 9,
        ["acTL"] = length => length == 8,
        ["fcTL"] = length => length == 26,
        ["fdAT"] = length => length >= 4,
    };

    public static void Clean(ByteCopy copy)
    {
        copy.Copy(SignatureBytes);
        var seen = new HashSet<string>();
        for (var type = ""; type != "IEND"; )
        {
            var length = copy.ReadUInt32BigEndian();
            var name = copy.Read(4);
            type = Encoding.Latin1.GetString(name);
            var again = type is "IDAT" or "fcTL" or "fdAT" ? false : !seen.Add(type);
            if (type == "IEND")
            {
                WriteChunk(copy, name, []);
            }
            else if (
                Needed.TryGetValue(type, out var fits)
                && fits(length)
                && !again
                && (type is not ("fcTL" or "fdAT") || seen.Contains("acTL"))
            )
            {
                copy.WriteUInt32BigEndian(length);
                copy.Write(name);
                copy.Copy(length + 4L);
            }
            else if (type == "eXIf" && length <= LongestExif && !again)
            {
                WriteOrientation(copy, Orientation.Read(copy.Read((int)length)));
                copy.Skip(4);
            }
            else if (type == "iCCP" && length <= LongestProfile && !again)
            {
                var content = copy.Read((int)length);
                // Decoders ignore one whose checksum is wrong.
                if (copy.ReadUInt32BigEndian() == Checksum([.. name, .. content]) && Profile(content) is { } profile)
                {
                    WriteChunk(copy, name, [.. "ICC\0\0"u8, .. profile]);
                }
            }
            else
            {
                copy.Skip(length + 4L);
            }
        }
    }

    /// <summary>Decompressed, stripped of texts and compressed again.</summary>
    private static byte[]? Profile(ReadOnlySpan<byte> chunk)
    {
        const int longestName = 79;
        var name = chunk.IndexOf((byte)0);
        if (name is < 0 or > longestName || chunk.Length < name + 2 || chunk[name + 1] != 0)
        {
            return null;
        }

        try
        {
            using var packed = new ZLibStream(new MemoryStream(chunk[(name + 2)..].ToArray()), CompressionMode.Decompress);
            var unpacked = new byte[IccProfile.Longest];
            var length = packed.ReadAtLeast(unpacked, unpacked.Length, throwOnEndOfStream: false);
            if (IccProfile.WithoutWords(unpacked.AsSpan(0, length)) is not { } profile)
            {
                return null;
            }

            var output = new MemoryStream();
            using (var deflate = new ZLibStream(output, CompressionLevel.Optimal))
            {
                deflate.Write(profile);
            }

            return output.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static void WriteOrientation(ByteCopy copy, int orientation)
    {
        if (orientation != 1)
        {
            WriteChunk(copy, "eXIf"u8, Orientation.Write(orientation));
        }
    }

    private static void WriteChunk(ByteCopy copy, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [.. name, .. content];
        copy.WriteUInt32BigEndian((uint)content.Length);
        copy.Write(chunk);
        copy.WriteUInt32BigEndian(Checksum(chunk));
    }

    private static uint Checksum(ReadOnlySpan<byte> chunk) => ~Crc32.Append(Crc32.Start, chunk);
}
