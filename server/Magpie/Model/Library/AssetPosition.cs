namespace Magpie.Model.Library;

/// <summary>
/// Where an asset stands among all others: one number that orders them by time. The upper 42 bits are milliseconds since 1970,
/// the lower 21 come from the asset's id, so that two of the same millisecond differ. Lists, search and counters are all kept
/// by it, so that every one of them can be walked newest first, and entered at any moment.
/// </summary>
public static class AssetPosition
{
    private const int RandomBits = 21;

    /// <summary>Above every asset.</summary>
    public const long Top = long.MaxValue;

    public static long Of(DateTime createdAt, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var random = (bytes[13] << 16 | bytes[14] << 8 | bytes[15]) & ((1 << RandomBits) - 1);
        return StartOf(createdAt) | (long)random;
    }

    /// <summary>Below every asset that came at this moment or later, above all that came before.</summary>
    public static long StartOf(DateTime moment) => new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds() << RandomBits;

    /// <summary>What a position is divided by to get its day, counted from 1970-01-01 in UTC.</summary>
    public const long PositionsPerDay = 86_400_000L << RandomBits;

    /// <summary><c>202611</c>, of a day counted from 1970-01-01.</summary>
    public static int MonthOf(long day)
    {
        var date = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day);
        return (date.Year * 100) + date.Month;
    }

    /// <summary>Above every asset of a month, below all that came later.</summary>
    /// <param name="month"><c>202611</c>.</param>
    public static long EndOf(int month) => StartOf(new DateTime(month / 100, month % 100, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1));
}
