using System.Globalization;

namespace Magpie.Features.Library;

/// <summary>A month as the API writes it, <c>2026-11</c>, and as the database counts it, 202611.</summary>
internal static class MonthText
{
    public static string Of(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100:d4}-{month % 100:d2}");

    public static int? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1970 and < 9999
            ? (date.Year * 100) + date.Month
            : null;
}
