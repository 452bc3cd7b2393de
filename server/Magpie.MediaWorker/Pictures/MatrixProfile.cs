using System.Buffers.Binary;

namespace Magpie.MediaWorker.Pictures;

/// <summary>
/// Writes an ICC profile of the second version (three primaries, one curve), so that one road leads to sRGB for all pictures.
/// </summary>
internal static class MatrixProfile
{
    private const int HeaderBytes = 128,
        Steps = 4096;
    private static readonly double[] D50 = [0.9642, 1, 0.8249];

    private static readonly double[,] Bradford =
    {
        { 0.8951, 0.2664, -0.1614 },
        { -0.7502, 1.7135, 0.0367 },
        { 0.0389, -0.0685, 1.0296 },
    };

    /// <summary>Null where the primaries span no space.</summary>
    /// <param name="curve">Light for a number, both from 0 to 1.</param>
    /// <param name="primaries">White, red, green and blue: x and y of each.</param>
    public static byte[]? TryMake(Func<double, double> curve, double[] primaries)
    {
        if (Columns(primaries) is not { } columns)
        {
            return null;
        }

        byte[] description = [.. "desc"u8, 0, 0, 0, 0, 0, 0, 0, 4, .. "PNG\0"u8, .. new byte[78]];
        (byte[] Tag, byte[] Data)[] tags =
        [
            ("desc"u8.ToArray(), description),
            ("cprt"u8.ToArray(), [.. "text"u8, 0, 0, 0, 0, 0, 0, 0, 0]),
            ("wtpt"u8.ToArray(), Xyz(D50)),
            ("rXYZ"u8.ToArray(), Xyz(columns[0])),
            ("gXYZ"u8.ToArray(), Xyz(columns[1])),
            ("bXYZ"u8.ToArray(), Xyz(columns[2])),
        ];
        var table = Table(curve);
        var at = HeaderBytes + 4 + 12 * (tags.Length + 3);
        var (directory, body) = (new List<byte>(), new List<byte>());
        foreach (var (tag, data) in tags)
        {
            directory.AddRange([.. tag, .. Big(at + body.Count), .. Big(data.Length)]);
            body.AddRange([.. data, .. new byte[-data.Length & 3]]);
        }

        foreach (var tag in new[] { "rTRC"u8.ToArray(), "gTRC"u8.ToArray(), "bTRC"u8.ToArray() })
        {
            directory.AddRange([.. tag, .. Big(at + body.Count), .. Big(table.Length)]);
        }

        body.AddRange([.. table, .. new byte[-table.Length & 3]]);
        var header = new byte[HeaderBytes];
        Big(at + body.Count).CopyTo(header, 0);
        Big(0x02400000).CopyTo(header, 8);
        "mntrRGB XYZ "u8.CopyTo(header.AsSpan(12));
        "acsp"u8.CopyTo(header.AsSpan(36));
        Xyz(D50).AsSpan(8).CopyTo(header.AsSpan(68));
        return [.. header, .. Big(tags.Length + 3), .. directory, .. body];
    }

    /// <summary>What red, green and blue weigh in XYZ, seen under the white of profiles.</summary>
    private static double[][]? Columns(double[] primaries)
    {
        var points = Enumerable.Range(0, 4).Select(i => (X: primaries[2 * i], Y: primaries[2 * i + 1])).ToArray();
        if (points.Any(point => point.Y <= 0 || point.X + point.Y > 1.5))
        {
            return null;
        }

        double[][] xyz = [.. points.Select(point => new[] { point.X / point.Y, 1, (1 - point.X - point.Y) / point.Y })];
        var (white, red, green, blue) = (xyz[0], xyz[1], xyz[2], xyz[3]);
        var whole = Determinant(red, green, blue);
        if (Math.Abs(whole) < 1e-6)
        {
            return null;
        }

        double[] shares =
        [
            Determinant(white, green, blue) / whole,
            Determinant(red, white, blue) / whole,
            Determinant(red, green, white) / whole,
        ];
        var (seen, wanted) = (Times(Bradford, white), Times(Bradford, D50));
        return [.. new[] { red, green, blue }.Select((primary, i) => Adapted([.. primary.Select(value => value * shares[i])]))];

        // The cones see each white as white.
        double[] Adapted(double[] colour) =>
            Solve(Bradford, [.. Times(Bradford, colour).Select((value, i) => value * wanted[i] / seen[i])]);
    }

    private static double[] Times(double[,] matrix, double[] v) =>
        [.. Enumerable.Range(0, 3).Select(i => matrix[i, 0] * v[0] + matrix[i, 1] * v[1] + matrix[i, 2] * v[2])];

    private static double[] Solve(double[,] matrix, double[] result)
    {
        double[][] columns = [.. Enumerable.Range(0, 3).Select(j => new[] { matrix[0, j], matrix[1, j], matrix[2, j] })];
        var whole = Determinant(columns[0], columns[1], columns[2]);
        return
        [
            Determinant(result, columns[1], columns[2]) / whole,
            Determinant(columns[0], result, columns[2]) / whole,
            Determinant(columns[0], columns[1], result) / whole,
        ];
    }

    private static double Determinant(double[] a, double[] b, double[] c) =>
        a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1]) + c[0] * (a[1] * b[2] - a[2] * b[1]);

    private static byte[] Table(Func<double, double> curve)
    {
        byte[] table = [.. "curv"u8, 0, 0, 0, 0, .. Big(Steps), .. new byte[2 * Steps]];
        for (var i = 0; i < Steps; i++)
        {
            var light = Math.Clamp(curve(i / (Steps - 1d)), 0, 1);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(12 + 2 * i), (ushort)Math.Round(light * ushort.MaxValue));
        }

        return table;
    }

    private static byte[] Xyz(double[] values) =>
        [.. "XYZ "u8, 0, 0, 0, 0, .. values.SelectMany(value => Big((int)Math.Round(value * 65536)))];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
