using System.Globalization;

namespace Magpie.Model.Texts;

/// <summary>A month as the API writes it, <c>2026-11</c>, and as the database counts it, 202611.</summary>
public static class MonthText
{
    public static readonly RuleViolation Wrong = new("month", "A month looks like 2026-11.");

    public static string Of(int month) => string.Create(CultureInfo.InvariantCulture, $"{month / 100:d4}-{month % 100:d2}");

    /// <summary>As people read it: November 2026.</summary>
    public static string Name(int month) => new DateTime(month / 100, month % 100, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static int? Parse(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.Year is >= 1970 and < 9999
            ? (date.Year * 100) + date.Month
            : null;
}
