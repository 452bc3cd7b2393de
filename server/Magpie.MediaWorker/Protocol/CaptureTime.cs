using System.Globalization;
using System.Text.RegularExpressions;

namespace Magpie.MediaWorker.Protocol;

/// <summary>
/// When a file says it was taken. Many cameras write what their own clock showed and not where in the world that was; only with an offset
/// does it become a moment.
/// </summary>
/// <param name="Local">The camera's own clock, of no zone; null where only the moment is known.</param>
/// <param name="Moment">In UTC; null where the file does not say how far the clock was from it.</param>
internal sealed partial record CaptureTime(DateTime? Local, DateTime? Moment)
{
    private const int FirstPhotograph = 1826,
        LastBelievedYear = 2100;
    private static readonly TimeSpan FurthestOffset = TimeSpan.FromHours(14);

    private static readonly string[] Mail =
    [
        "ddd, d MMM yyyy HH:mm:ss 'GMT'",
        "ddd, d MMM yyyy HH:mm:ss zzz",
        "d MMM yyyy HH:mm:ss zzz",
        "d MMM yyyy HH:mm:ss 'GMT'",
    ];

    public static CaptureTime? At(DateTime local, TimeSpan? offset) =>
        !IsReal(local)
            ? null
            : new(
                DateTime.SpecifyKind(local, DateTimeKind.Unspecified),
                offset is { } east ? DateTime.SpecifyKind(local - east, DateTimeKind.Utc) : null
            );

    public static CaptureTime? AtUtc(DateTime utc) => IsReal(utc) ? new(null, DateTime.SpecifyKind(utc, DateTimeKind.Utc)) : null;

    /// <summary>
    /// As EXIF, ISO 8601 (XMP, QuickTime) and mail (PNG) write it. Null where it is no time, or one of a clock that was never set.
    /// </summary>
    /// <param name="text">Of anybody's making.</param>
    /// <param name="offset">Where the file keeps it apart; what stands behind the time itself goes first.</param>
    public static CaptureTime? Read(string? text, string? offset = null)
    {
        const int longest = 100;
        if (text is not { Length: <= longest })
        {
            return null;
        }

        var found = Written().Match(text);
        if (!found.Success)
        {
            return DateTimeOffset.TryParseExact(
                text.Trim(),
                Mail,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AllowInnerWhite | DateTimeStyles.AssumeUniversal,
                out var mailed
            )
                ? At(mailed.DateTime, text.Contains("GMT", StringComparison.Ordinal) ? TimeSpan.Zero : mailed.Offset)
                : null;
        }

        var date =
            $"{found.Groups["y"]}-{found.Groups["mo"]}-{found.Groups["d"]} "
            + $"{found.Groups["h"]}:{found.Groups["mi"]}:{(found.Groups["s"].Success ? found.Groups["s"].Value : "00")}";
        return DateTime.TryParseExact(date, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? At(local, OffsetIn(found.Groups["zone"].Value) ?? OffsetIn(offset))
            : null;
    }

    /// <summary>Whether both speak of the same press of the button.</summary>
    public bool HasClockOf(CaptureTime other) =>
        Local is { } mine && other.Local is { } theirs && (mine - theirs).Duration() <= TimeSpan.FromSeconds(1);

    private static TimeSpan? OffsetIn(string? text)
    {
        if (text?.Trim() is "Z" or "z")
        {
            return TimeSpan.Zero;
        }

        var found = Offset().Match(text ?? "");
        if (!found.Success)
        {
            return null;
        }

        var (hours, minutes) = (
            int.Parse(found.Groups["h"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(found.Groups["m"].ValueSpan, CultureInfo.InvariantCulture)
        );
        var offset = new TimeSpan(hours, minutes, 0);
        return minutes >= 60 || offset > FurthestOffset ? null
            : found.Groups["sign"].Value == "-" ? -offset
            : offset;
    }

    /// <summary>A clock that was never set shows the day on which its maker began to count, in one zone or another.</summary>
    private static bool IsReal(DateTime time) =>
        time.Year is >= FirstPhotograph and <= LastBelievedYear
        && (time.Year, time.Month, time.Day) is not ((1904, 1, 1) or (1903, 12, 31) or (1970, 1, 1) or (1969, 12, 31))
        && time != new DateTime(1980, 1, 1);

    [GeneratedRegex(
        @"^\s*(?<y>[0-9]{4})[:/.-](?<mo>[0-9]{2})[:/.-](?<d>[0-9]{2})[ T]+(?<h>[0-9]{2}):(?<mi>[0-9]{2})(:(?<s>[0-9]{2})([.,][0-9]+)?)?\s*(?<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex Written();

    [GeneratedRegex(@"^\s*(?<sign>[+-])(?<h>[0-9]{2}):?(?<m>[0-9]{2})\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
