using System.Buffers.Binary;

namespace Magpie.Platform.Media.Inspection;

/// <summary>
/// The CRC of PNG chunks (ISO 3309). .NET has one only in a package of its own; the hardware's is another polynomial.
/// Eight tables take eight bytes at a step, some ten times faster than one.
/// </summary>
internal static class Crc32
{
    public const uint Start = 0xFFFF_FFFF;

    private static readonly uint[] Tables = MakeTables();

    /// <summary>Feeds bytes; begin with <see cref="Start"/>, invert the last value.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> t = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc =
                t[0x700 + (int)(low & 0xFF)]
                ^ t[0x600 + (int)((low >> 8) & 0xFF)]
                ^ t[0x500 + (int)((low >> 16) & 0xFF)]
                ^ t[0x400 + (int)(low >> 24)]
                ^ t[0x300 + (int)(high & 0xFF)]
                ^ t[0x200 + (int)((high >> 8) & 0xFF)]
                ^ t[0x100 + (int)((high >> 16) & 0xFF)]
                ^ t[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            crc = t[(int)((crc ^ b) & 0xFF)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] MakeTables()
    {
        var tables = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB8_8320);
            }

            tables[i] = crc;
        }

        for (var i = 256; i < tables.Length; i++)
        {
            tables[i] = (tables[i - 256] >> 8) ^ tables[tables[i - 256] & 0xFF];
        }

        return tables;
    }
}
