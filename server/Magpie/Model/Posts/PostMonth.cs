using System.Globalization;

namespace Magpie.Model.Posts;

/// <summary>The month that a post counts in: <c>202611</c>.</summary>
public static class PostMonth
{
    public static bool IsOne(int month) => month is >= 100001 and <= 999912 && month % 100 is >= 1 and <= 12;

    public static string Name(int month) => new DateTime(month / 100, month % 100, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
