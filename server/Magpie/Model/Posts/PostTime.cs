using System.Globalization;

namespace Magpie.Model.Posts;

/// <summary>A wall time in a time zone, and the moment in UTC.</summary>
/// <param name="Local">The wall time; its kind is unspecified.</param>
/// <param name="TimeZone">The IANA name.</param>
/// <param name="LaterOccurrence">Of an hour that comes twice, the later one.</param>
/// <param name="Notice">When the clock changes at that very time; otherwise null.</param>
public sealed record PlannedTime(DateTime Local, string TimeZone, DateTime Utc, bool LaterOccurrence = false, PostNotice? Notice = null)
{
    /// <summary>The month in which a post at this time counts: <c>202611</c>.</summary>
    public int Month => Local.Year * 100 + Local.Month;
}

/// <summary>Converts wall times into moments. People plan a wall time; the moment follows from it and the rules of the time zone.</summary>
public static class PostTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff"];

    // No time zone is further from UTC, so both sides of a clock change lie within this.
    private static readonly TimeSpan MaxOffset = TimeSpan.FromDays(1);

    public static readonly RuleViolation WrongLocalTime = new(
        "local-time",
        "A time looks like 2026-11-25T09:00, without a zone behind it, in a year from 1970 to 2999."
    );

    public static RuleViolation UnknownZone(string name) =>
        new RuleViolation("time-zone", $"There is no time zone *{name}*. Use an IANA name such as Europe/Berlin.").With(("timeZone", name));

    /// <summary>Without a time zone, to the minute or finer; seconds are cut off.</summary>
    public static bool TryReadLocal(string text, out DateTime local)
    {
        var read =
            DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exact)
            && exact.Year is >= 1970 and <= 2999;
        local = exact.AddTicks(-(exact.Ticks % TimeSpan.TicksPerMinute));
        return read;
    }

    public static string Write(DateTime local) => local.ToString(Forms[0], CultureInfo.InvariantCulture);

    /// <summary>Windows names are not accepted, although .NET knows them.</summary>
    public static TimeZoneInfo? FindZone(string name) =>
        (name.Contains('/', StringComparison.Ordinal) || name == "UTC") && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : null;

    /// <param name="second">Of an hour that comes twice, the later one.</param>
    public static PlannedTime Plan(DateTime local, TimeZoneInfo zone, bool second = false)
    {
        var asIfUtc = DateTime.SpecifyKind(local, DateTimeKind.Utc);
        var (before, after) = (zone.GetUtcOffset(asIfUtc - MaxOffset), zone.GetUtcOffset(asIfUtc + MaxOffset));
        // The larger offset gives the earlier moment.
        DateTime[] moments =
        [
            .. new[] { before, after }
                .Distinct()
                .Select(offset => asIfUtc - offset)
                .Where(utc => utc + zone.GetUtcOffset(utc) == asIfUtc)
                .Order(),
        ];
        return moments switch
        {
            [] => Missing(local, zone, asIfUtc - before),
            [var only] => new(local, zone.Id, only),
            [var first, .., var last] => new(local, zone.Id, second ? last : first, second, Doubled(local, zone, second)),
        };
    }

    /// <summary>A moment as wall time in a time zone.</summary>
    public static PlannedTime At(DateTime utc, TimeZoneInfo zone)
    {
        var cut = DateTime.SpecifyKind(utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMinute)), DateTimeKind.Utc);
        var local = DateTime.SpecifyKind(cut + zone.GetUtcOffset(cut), DateTimeKind.Unspecified);
        var first = Plan(local, zone);
        return first.Utc == cut ? first : Plan(local, zone, second: true);
    }

    /// <summary>The clock skips this time: returns what it would have been without the change.</summary>
    private static PlannedTime Missing(DateTime local, TimeZoneInfo zone, DateTime utc)
    {
        var real = DateTime.SpecifyKind(utc + zone.GetUtcOffset(utc), DateTimeKind.Unspecified);
        var day = real.Date == local.Date ? "" : $" on {Day(real)}";
        var text = $"{Clock(local)} does not exist on {Day(local)} in {Place(zone)}; the post is set to {Clock(real)}{day}.";
        return new(
            real,
            zone.Id,
            utc,
            Notice: new("timeSkipped", text)
            {
                Members = Values.Of([("wanted", Write(local)), ("localTime", Write(real)), ("timeZone", zone.Id)]),
            }
        );
    }

    private static PostNotice Doubled(DateTime local, TimeZoneInfo zone, bool second) =>
        new(
            "timeDoubled",
            $"{Clock(local)} comes twice on {Day(local)} in {Place(zone)}, because the clocks go back; the post is set to the "
                + $"{(second ? "second" : "first")} one."
        )
        {
            Members = Values.Of([("localTime", Write(local)), ("timeZone", zone.Id), ("laterOccurrence", second)]),
        };

    private static string Clock(DateTime local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateTime local) => local.ToString("d MMMM", CultureInfo.InvariantCulture);

    private static string Place(TimeZoneInfo zone) => zone.Id.Split('/')[^1].Replace('_', ' ');
}
