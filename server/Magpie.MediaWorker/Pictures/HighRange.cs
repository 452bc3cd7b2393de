namespace Magpie.MediaWorker.Pictures;

/// <summary>Pictures for screens that are brighter than usual, as an ordinary one shows them.</summary>
internal static class HighRange
{
    /// <summary>Candela per square metre (ITU-R BT.2408 and BT.2100).</summary>
    private const double WhitePaper = 203,
        Peak = 1000;

    /// <summary>SMPTE ST 2084: candela per square metre.</summary>
    public static double Pq(double value)
    {
        const double m1 = 2610 / 16384d,
            m2 = 2523 / 4096d * 128,
            c1 = 3424 / 4096d,
            c2 = 2413 / 4096d * 32,
            c3 = 2392 / 4096d * 32;
        var root = Math.Pow(value, 1 / m2);
        return 10_000 * Math.Pow(Math.Max(root - c1, 0) / (c2 - c3 * root), 1 / m1);
    }

    /// <summary>ITU-R BT.2100: candela per square metre on a screen of the reference.</summary>
    public static double Hlg(double value)
    {
        const double a = 0.17883277,
            b = 1 - 4 * a,
            c = 0.55991073,
            system = 1.2;
        return Peak * Math.Pow(value <= 0.5 ? value * value / 3 : (Math.Exp((value - c) / a) + b) / 12, system);
    }

    /// <summary>
    /// Paper becomes half of the light that the screen has; what shines above that shares the other half, in a curve that begins as
    /// steep as the line ends and is full at <see cref="Peak"/>. Chromium draws it so on an ordinary screen.
    /// </summary>
    public static double Shown(double light)
    {
        const double bend = 0.65,
            left = Peak / WhitePaper - 1 - 2 * bend;
        var papers = light / WhitePaper;
        if (papers <= 1)
        {
            return papers / 2;
        }

        var along = Math.Min(1, (Math.Sqrt(bend * bend + left * (papers - 1)) - bend) / left);
        return 0.5 + bend * along + (0.5 - bend) * along * along;
    }
}
