using System.Buffers.Binary;
using System.Text;

namespace Magpie.Tests.Support;

/// <summary>What a WebP says of itself, and the names of all its chunks: whoever hides metadata in it needs one of them.</summary>
public sealed record WebpFile(int Width, int Height, bool HasAlpha, IReadOnlyList<int> Delays, IReadOnlyList<string> Chunks)
{
    public int Frames => Math.Max(Delays.Count, 1);

    /// <summary>All frames together.</summary>
    public double Seconds => Delays.Sum() / 1000d;

    public static WebpFile Read(ReadOnlySpan<byte> file)
    {
        Assert.True(file.Length > 30 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8), "This is no WebP.");
        Assert.Equal((uint)file.Length, BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8);
        var (size, alpha) = ((Width: 0, Height: 0), false);
        var (delays, chunks) = (new List<int>(), new List<string>());
        for (var at = 12; at + 8 <= file.Length; )
        {
            var name = Encoding.ASCII.GetString(file.Slice(at, 4));
            var length = BinaryPrimitives.ReadInt32LittleEndian(file[(at + 4)..]);
            var content = file.Slice(at + 8, length);
            chunks.Add(name.Trim());
            switch (name)
            {
                case "VP8X":
                    (size, alpha) = ((Three(content[4..]) + 1, Three(content[7..]) + 1), (content[0] & 0x10) != 0);
                    break;
                case "VP8 " when size.Width == 0:
                    size = (
                        BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF,
                        BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF
                    );
                    break;
                case "VP8L" when size.Width == 0:
                    var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
                    (size, alpha) = (((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1), (bits >> 28 & 1) != 0);
                    break;
                case "ANMF":
                    delays.Add(Three(content[12..]));
                    break;
            }

            at += 8 + length + (length & 1);
        }

        return new(size.Width, size.Height, alpha, delays, chunks);
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
}
