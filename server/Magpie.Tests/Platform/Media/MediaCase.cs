using System.Globalization;
using Magpie.Model.Media;

namespace Magpie.Tests.Platform.Media;

/// <summary>A file and what must become of it: a row of a corpus manifest, or a file of our own.</summary>
public sealed record MediaCase(
    string Name,
    string Path,
    string ExpectedFormat,
    int Width,
    int Height,
    double? Seconds,
    string? VideoCodec,
    string? AudioCodec,
    string Animated,
    string Outcome,
    double? FrameRate,
    double? AnimationSeconds)
{
    public bool MustBeAccepted => Outcome == "accept";
    public bool MustBeRefused => Outcome.StartsWith("refuse", StringComparison.Ordinal);

    /// <summary>What it is taken for; the extension stands in where the content is none of our formats.</summary>
    public MediaFormat Format => Parse(ExpectedFormat) ?? Parse(System.IO.Path.GetExtension(Name.Trim()).TrimStart('.')) ?? MediaFormat.Png;

    /// <summary>False for what inspection turns away by its first bytes, before anything is decoded.</summary>
    public bool IsOneOfOurFormats => Parse(ExpectedFormat) is not null;

    private static MediaFormat? Parse(string text) => text.ToLowerInvariant() switch
    {
        "jpg" or "jpeg" => MediaFormat.Jpeg,
        var other => Enum.TryParse<MediaFormat>(other, ignoreCase: true, out var format) ? format : null,
    };

    public static MediaCase FromRow(string folder, string[] cells)
    {
        var size = cells[4].Split('x');
        return new MediaCase(
            cells[0],
            System.IO.Path.Combine(folder, Unescape(cells[0])),
            cells[3],
            size.Length == 2 ? int.Parse(size[0], CultureInfo.InvariantCulture) : 0,
            size.Length == 2 ? int.Parse(size[1], CultureInfo.InvariantCulture) : 0,
            Number(cells[5]),
            Text(cells[6]),
            Text(cells[7]),
            cells[8],
            cells[9],
            Number(cells[10]),
            Number(cells[13]));
    }

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(string cell) => cell == "-" ? null : cell;

    /// <summary>Cells write backslashes and control characters as <c>\\</c>, <c>\t</c>, <c>\n</c>, <c>\r</c>, <c>\uXXXX</c>.</summary>
    private static string Unescape(string cell) => System.Text.RegularExpressions.Regex.Unescape(cell);
}
