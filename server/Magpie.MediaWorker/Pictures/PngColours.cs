using System.Buffers.Binary;

namespace Magpie.MediaWorker.Pictures;

/// <summary>
/// How the numbers of a PNG are meant by the chunks that libvips does not look at, in the order in which browsers do: <c>cICP</c>, a
/// profile, <c>sRGB</c>, <c>gAMA</c> with <c>cHRM</c>. What means sRGB anyway is none.
/// </summary>
/// <param name="Curve">Light for a number, both from 0 to 1.</param>
/// <param name="Primaries">White, red, green and blue: x and y of each.</param>
internal sealed record PngColours(Func<double, double> Curve, double[] Primaries)
{
    private const int Usual = 45455;

    private static readonly double[] Rec709 = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06];
    private static readonly double[] Rec2020 = [0.3127, 0.329, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046];
    private static readonly double[] DisplayP3 = [0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06];

    public byte[]? Profile() => MatrixProfile.TryMake(Curve, Primaries);

    /// <param name="chunks">The first of each name.</param>
    public static PngColours? Of(IReadOnlyDictionary<string, byte[]> chunks)
    {
        if (chunks.GetValueOrDefault("cICP") is { Length: 4 } coded && OfCode(coded) is var (known, colours) && known)
        {
            return colours;
        }

        if (chunks.ContainsKey("iCCP") || chunks.ContainsKey("sRGB") || chunks.GetValueOrDefault("gAMA") is not { Length: 4 } stored)
        {
            return null;
        }

        var gamma = BinaryPrimitives.ReadUInt32BigEndian(stored);
        var primaries = PrimariesIn(chunks.GetValueOrDefault("cHRM"));
        return gamma == 0 || (gamma == Usual && primaries is null)
            ? null
            : new(value => Math.Pow(value, 100_000d / gamma), primaries ?? Rec709);
    }

    /// <summary>ITU-T H.273: its primaries, its curve, no matrix, the whole range. What is not of these says nothing.</summary>
    private static (bool Known, PngColours? Colours) OfCode(ReadOnlySpan<byte> code)
    {
        var primaries = code[0] switch
        {
            1 => Rec709,
            9 => Rec2020,
            12 => DisplayP3,
            _ => null,
        };
        Func<double, double>? curve = code[1] switch
        {
            1 or 6 or 14 or 15 => Television,
            4 => value => Math.Pow(value, 2.2),
            5 => value => Math.Pow(value, 2.8),
            8 => value => value,
            13 => Screen,
            16 => value => HighRange.Shown(HighRange.Pq(value)),
            18 => value => HighRange.Shown(HighRange.Hlg(value)),
            _ => null,
        };
        return primaries is null || curve is null || code[2] != 0 || code[3] != 1
            ? (false, null)
            : (true, code[0] == 1 && code[1] == 13 ? null : new(curve, primaries));
    }

    private static double[]? PrimariesIn(byte[]? chunk) =>
        chunk is { Length: 32 }
            ? [.. Enumerable.Range(0, 8).Select(i => BinaryPrimitives.ReadUInt32BigEndian(chunk.AsSpan(i * 4)) / 100_000d)]
            : null;

    private static double Television(double value) => value < 0.081 ? value / 4.5 : Math.Pow((value + 0.099) / 1.099, 1 / 0.45);

    private static double Screen(double value) => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
}
