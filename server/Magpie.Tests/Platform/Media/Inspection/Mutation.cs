using System.Buffers.Binary;

namespace Magpie.Tests.Platform.Media.Inspection;

/// <summary>One to four random changes of the kinds that break parsers: bits, cuts, length fields, doubled and dropped pieces.</summary>
internal static class Mutation
{
    private static readonly uint[] Lengths =
    [
        0,
        1,
        2,
        7,
        8,
        15,
        0x7F,
        0x7FFF,
        0xFFFF,
        0x7FFF_FFFF,
        0x8000_0000,
        0xFFFF_FFF0,
        uint.MaxValue,
    ];

    public static byte[] Of(byte[] good, Random random)
    {
        var bytes = (byte[])good.Clone();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Length > 8; changes--)
        {
            bytes = Change(bytes, random);
        }

        return bytes;
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        var length = random.Next(1, Math.Min(64, bytes.Length - at) + 1);
        switch (random.Next(7))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 2:
                return bytes[..at];
            case 3:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 4:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 5:
                var value = random.Next(3) == 0 ? (uint)random.NextInt64(uint.MaxValue) : Lengths[random.Next(Lengths.Length)];
                var field = bytes.AsSpan(Math.Min(at, bytes.Length - 4), 4);
                if (random.Next(4) == 0)
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(field, value);
                }
                else
                {
                    BinaryPrimitives.WriteUInt32BigEndian(field, value);
                }

                return bytes;
            default:
                random.NextBytes(bytes.AsSpan(at, length));
                return bytes;
        }
    }
}
