using System.Globalization;

namespace Magpie.Model.Networks;

/// <summary>
/// Numbers as people read them. A value that breaks a limit is rounded away from the limit, so that no sentence says "8 MB; at most 8 MB".
/// </summary>
internal static class PlainFigures
{
    private static readonly (int Width, int Height)[] FamiliarShapes = [(1, 1), (5, 4), (4, 3), (3, 2), (16, 9), (2, 1), (21, 9), (3, 1)];

    public static string Bytes(long bytes, bool up)
    {
        var (unit, name, tenths) = bytes switch
        {
            < 1_000_000 => (1_000m, "kB", 1),
            < 1_000_000_000 => (1_000_000m, "MB", 10),
            _ => (1_000_000_000m, "GB", 10),
        };
        var parts = bytes / unit * tenths;
        return $"{Number((up ? Math.Ceiling(parts) : Math.Floor(parts)) / tenths)} {name}";
    }

    public static string Seconds(double seconds, bool up)
    {
        // Rounding to a millisecond first keeps 0.1 × 10 from becoming 1.1 because of its last bit.
        var tenths = (decimal)Math.Min(Math.Round(seconds * 10, 2), 1e15);
        var whole = (up ? Math.Ceiling(tenths) : Math.Floor(tenths)) / 10;
        var (hours, minutes, rest) = (Math.Floor(whole / 3600), Math.Floor(whole / 60) % 60, whole % 60);
        string[] parts =
        [
            .. hours > 0 ? [$"{Number(hours)} h"] : Array.Empty<string>(),
            .. minutes > 0 ? [$"{Number(minutes)} min"] : Array.Empty<string>(),
            .. rest > 0 || whole == 0 ? [$"{Number(rest)} s"] : Array.Empty<string>(),
        ];
        return string.Join(' ', parts);
    }

    public static string Rate(double rate) => $"{rate.ToString("#,0.##", CultureInfo.InvariantCulture)} frames a second";

    /// <summary>"9:16" or "4:5" for well-known shapes, otherwise "1.91:1" or "1:2.4".</summary>
    public static string Aspect(double aspect)
    {
        foreach (var (width, height) in FamiliarShapes)
        {
            if (IsNear(aspect, (double)width / height))
            {
                return $"{width}:{height}";
            }

            if (IsNear(aspect, (double)height / width))
            {
                return $"{height}:{width}";
            }
        }

        return aspect >= 1 ? $"{Side(aspect)}:1" : $"1:{Side(1 / aspect)}";
    }

    public static string OneOf(IReadOnlyList<string> choices) =>
        choices.Count < 2 ? string.Concat(choices) : $"{string.Join(", ", choices.SkipLast(1))} or {choices[^1]}";

    public static string Number(decimal number) => number.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Side(double side) => side.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static bool IsNear(double aspect, double shape) => Math.Abs(aspect / shape - 1) < 0.004;
}
