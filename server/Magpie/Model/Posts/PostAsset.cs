using System.Globalization;

namespace Magpie.Model.Posts;

/// <summary>An asset in a post, and how the post shows it. Refers to the asset's position, the key of all lists.</summary>
public sealed class PostAsset
{
    public required Guid PostId { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>The asset's position.</summary>
    public required long Position { get; init; }

    /// <summary>The post's profile, copied here so that "used on this profile" needs only one index.</summary>
    public required Guid ProfileId { get; init; }

    /// <summary>In this post; null where the asset's own will do.</summary>
    public string? AltText { get; init; }

    /// <summary>Null for the whole picture.</summary>
    public Crop? Crop { get; init; }

    /// <summary>Null for the whole video.</summary>
    public Trim? Trim { get; init; }
}

/// <summary>A part of a picture as displayed, in fractions of its width and height: 0 is left and top, 1 right and bottom.</summary>
public sealed record Crop(double X, double Y, double Width, double Height)
{
    // Differences this small come from a browser's rounding, not from a person.
    private const double Slack = 0.0005;
    private const double Least = 0.01;

    public RuleViolation? Fault() =>
        double.IsFinite(X + Y + Width + Height)
        && X >= -Slack
        && Y >= -Slack
        && Width >= Least
        && Height >= Least
        && X + Width <= 1 + Slack
        && Y + Height <= 1 + Slack
            ? null
            : new(
                "crop-invalid",
                "A crop lies within the picture: x, y, width and height are fractions from 0 to 1, and each side is at least a hundredth."
            );

    /// <summary>In pixels, and at least one each.</summary>
    public (int X, int Y, int Width, int Height) Of(int width, int height)
    {
        var (left, top) = (Math.Clamp((int)Math.Round(X * width), 0, width - 1), Math.Clamp((int)Math.Round(Y * height), 0, height - 1));
        return (
            left,
            top,
            Math.Clamp((int)Math.Round(Width * width), 1, width - left),
            Math.Clamp((int)Math.Round(Height * height), 1, height - top)
        );
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X:R} {Y:R} {Width:R} {Height:R}");

    public static Crop Parse(string text)
    {
        var parts = text.Split(' ');
        return new(Number(parts[0]), Number(parts[1]), Number(parts[2]), Number(parts[3]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A part of a video, in seconds from its beginning.</summary>
public sealed record Trim(double Start, double End)
{
    private const double Least = 0.1;

    public double Seconds => End - Start;

    /// <param name="duration">Of the video; null when unknown.</param>
    public RuleViolation? Fault(double? duration) =>
        double.IsFinite(Start + End) && Start >= 0 && Seconds >= Least && !(End > duration + Least)
            ? null
            : new(
                "trim-invalid",
                "A trim lies within the video: its start and end are seconds from the beginning, and at least a tenth of a second apart."
            );

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:R} {End:R}");

    public static Trim Parse(string text)
    {
        var parts = text.Split(' ');
        return new(double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
