using System.Buffers.Binary;
using System.Text;

namespace Magpie.Platform.Media.Cleaning;

/// <summary>
/// The types of data in a colour profile that hold numbers alone (ICC.1:2022, 10): as many of them as the type says, and nothing else.
/// </summary>
internal static class IccTag
{
    private static readonly int[] Parameters = [1, 3, 4, 5, 7];

    /// <summary>Null for every other type, and when it is shorter than it claims.</summary>
    public static byte[]? WithoutWords(ReadOnlySpan<byte> tag) =>
        tag.Length < 8
            ? null
            : Encoding.Latin1.GetString(tag[..4]) switch
            {
                "XYZ " => Plain(tag, 20),
                "sf32" => Plain(tag, 8 + 9 * 4),
                "cicp" => Plain(tag, 12),
                "curv" or "para" => CurveBytes(tag) is > 0 and var length ? Plain(tag, length) : null,
                "mft1" or "mft2" => TableBytes(tag) is > 0 and var length && Plain(tag, length) is { } table ? Blanked(table, 11, 1) : null,
                "mAB " or "mBA " => Stages(tag),
                _ => null,
            };

    public static byte[] OldText(ReadOnlySpan<byte> ascii) =>
        [.. "desc"u8, 0, 0, 0, 0, .. Number((uint)ascii.Length + 1), .. ascii, 0, .. new byte[78]];

    public static byte[] NewText(string text)
    {
        var utf16 = Encoding.BigEndianUnicode.GetBytes(text);
        return [.. "mluc"u8, 0, 0, 0, 0, .. Number(1), .. Number(12), .. "enUS"u8, .. Number((uint)utf16.Length), .. Number(28), .. utf16];
    }

    public static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[]? Plain(ReadOnlySpan<byte> tag, long length) =>
        length > tag.Length ? null : Blanked(tag[..(int)length].ToArray(), 4, 4);

    /// <summary>Reserved fields of a type, which others use for data of their own.</summary>
    private static byte[] Blanked(byte[] data, int at, int count)
    {
        data.AsSpan(at, count).Clear();
        return data;
    }

    private static int CurveBytes(ReadOnlySpan<byte> curve)
    {
        if (curve.Length < 12)
        {
            return 0;
        }

        if (curve.StartsWith("curv"u8))
        {
            return BinaryPrimitives.ReadUInt32BigEndian(curve[8..]) is <= 1 << 20 and var points ? 12 + 2 * (int)points : 0;
        }

        return curve.StartsWith("para"u8) && BinaryPrimitives.ReadUInt16BigEndian(curve[8..]) is var kind && kind < Parameters.Length
            ? 12 + 4 * Parameters[kind]
            : 0;
    }

    /// <summary>Matrix, curves, a table of all colours, curves.</summary>
    private static long TableBytes(ReadOnlySpan<byte> table)
    {
        if (table.Length < 52)
        {
            return 0;
        }

        var (channels, colours, steps) = (table[8], table[9], table[10]);
        var points = Power(steps, channels) * colours;
        return channels is 0 or > 15 || colours is 0 or > 15 || points > IccProfile.Longest ? 0
            : table.StartsWith("mft1"u8) ? 48 + 256L * channels + points + 256L * colours
            : 52
                + 2
                    * (
                        channels * (long)BinaryPrimitives.ReadUInt16BigEndian(table[48..])
                        + points
                        + colours * (long)BinaryPrimitives.ReadUInt16BigEndian(table[50..])
                    );
    }

    /// <summary>
    /// Up to five stages, each at an offset of its own. They are written without the gaps between them. Several stages may share curves;
    /// any other overlap makes the table invalid.
    /// </summary>
    private static byte[]? Stages(ReadOnlySpan<byte> tag)
    {
        const int headBytes = 32;
        if (tag.Length < headBytes || tag[8] is 0 or > 15 || tag[9] is 0 or > 15)
        {
            return null;
        }

        var (channels, colours) = (tag[8], tag[9]);
        var (first, last) = tag.StartsWith("mAB "u8) ? (channels, colours) : (colours, channels);
        var made = new List<byte>([.. tag[..4], 0, 0, 0, 0, channels, colours, 0, 0, .. new byte[20]]);
        var seen = new List<(int At, int Curves, int Length, uint Place)>();
        Span<uint> places = stackalloc uint[5];
        for (var stage = 0; stage < 5; stage++)
        {
            var at = BinaryPrimitives.ReadUInt32BigEndian(tag[(12 + 4 * stage)..]);
            if (at == 0)
            {
                continue;
            }

            if (at < headBytes || at > tag.Length)
            {
                return null;
            }

            var (here, curves) = (
                (int)at,
                stage switch
                {
                    0 or 2 => last,
                    4 => first,
                    _ => 0,
                }
            );
            if (curves > 0 && seen.Find(other => other.At == here && other.Curves == curves) is { Place: > 0 } same)
            {
                places[stage] = same.Place;
                continue;
            }

            var rest = tag[here..];
            var data = stage switch
            {
                1 => rest.Length < 48 ? null : rest[..48].ToArray(),
                3 => Grid(rest, channels, colours),
                _ => Curves(rest, curves),
            };
            if (data is null || seen.Exists(other => here < other.At + other.Length && other.At < here + data.Length))
            {
                return null;
            }

            places[stage] = (uint)made.Count;
            seen.Add((here, curves, data.Length, places[stage]));
            made.AddRange([.. data, .. new byte[-data.Length & 3]]);
        }

        var whole = made.ToArray();
        for (var stage = 0; stage < 5; stage++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(12 + 4 * stage), places[stage]);
        }

        return places[0] == 0 ? null : whole;
    }

    private static byte[]? Curves(ReadOnlySpan<byte> rest, int count)
    {
        var curves = new List<byte>();
        for (var i = 0; i < count; i++)
        {
            var length = CurveBytes(rest);
            if (length == 0 || Plain(rest, length) is not { } curve)
            {
                return null;
            }

            curves.AddRange(curve);
            if (i < count - 1)
            {
                curves.AddRange(new byte[-length & 3]);
            }

            rest = rest[Math.Min(rest.Length, length + (-length & 3))..];
        }

        return [.. curves];
    }

    private static byte[]? Grid(ReadOnlySpan<byte> rest, int channels, int colours)
    {
        if (rest.Length < 20 || rest[16] is not (1 or 2))
        {
            return null;
        }

        var points = (long)colours * rest[16];
        for (var i = 0; i < channels && points <= IccProfile.Longest; i++)
        {
            points *= rest[i];
        }

        return points > rest.Length - 20
            ? null
            : [.. rest[..channels], .. new byte[16 - channels], rest[16], 0, 0, 0, .. rest.Slice(20, (int)points)];
    }

    private static long Power(int value, int exponent)
    {
        var result = 1L;
        for (var i = 0; i < exponent && result <= IccProfile.Longest; i++)
        {
            result *= value;
        }

        return result;
    }
}
