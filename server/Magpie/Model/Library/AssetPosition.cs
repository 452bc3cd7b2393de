namespace Magpie.Model.Library;

/// <summary>
/// An asset's place in the order of all assets, as one number that sorts by time. The upper 42 bits are milliseconds since 1970; the lower
/// 21 come from the asset's id, so that two assets of the same millisecond differ. Lists, search and counters all use it, so each of them
/// can be read newest first and entered at any time.
/// </summary>
public static class AssetPosition
{
    private const int RandomBits = 21;

    /// <summary>Greater than the position of any asset.</summary>
    public const long Top = long.MaxValue;

    public static long Of(DateTime createdAt, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var random = (bytes[13] << 16 | bytes[14] << 8 | bytes[15]) & ((1 << RandomBits) - 1);
        return StartOf(createdAt) | (long)random;
    }

    /// <summary>Greater than the position of every asset older than this moment, and smaller than all others.</summary>
    public static long StartOf(DateTime moment) => new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds() << RandomBits;

    /// <summary>Divide a position by this to get its day, counted from 1970-01-01 in UTC.</summary>
    public const long PositionsPerDay = 86_400_000L << RandomBits;

    /// <summary>The month of a day counted from 1970-01-01, as <c>202611</c>.</summary>
    public static int MonthOf(long day)
    {
        var date = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)day);
        return (date.Year * 100) + date.Month;
    }

    /// <summary>Greater than the position of every asset of this month and before, and smaller than all later ones.</summary>
    /// <param name="month"><c>202611</c>.</param>
    public static long EndOf(int month) => StartOf(new DateTime(month / 100, month % 100, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1));
}
