using Magpie.Model.Posts;

namespace Magpie.Tests.Model.Posts;

/// <summary>The clocks of five places over the days on which they are changed, and of one over the day that it never had.</summary>
public sealed class PostTimeTests
{
    [Theory]
    // Ordinary days on both sides of a change show the same clock and are another moment.
    [InlineData("Europe/Berlin", "2026-03-28T09:00", "2026-03-28T08:00")]
    [InlineData("Europe/Berlin", "2026-03-29T09:00", "2026-03-29T07:00")]
    [InlineData("Europe/Berlin", "2026-10-24T09:00", "2026-10-24T07:00")]
    [InlineData("Europe/Berlin", "2026-10-25T09:00", "2026-10-25T08:00")]
    [InlineData("America/New_York", "2026-03-07T09:00", "2026-03-07T14:00")]
    [InlineData("America/New_York", "2026-03-08T09:00", "2026-03-08T13:00")]
    [InlineData("America/New_York", "2026-10-31T09:00", "2026-10-31T13:00")]
    [InlineData("America/New_York", "2026-11-01T09:00", "2026-11-01T14:00")]
    [InlineData("Asia/Kolkata", "2026-03-29T02:30", "2026-03-28T21:00")]
    [InlineData("Asia/Kolkata", "2026-10-25T02:30", "2026-10-24T21:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T09:00", "2026-04-03T22:00")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T09:00", "2026-04-04T22:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T09:00", "2026-10-02T22:30")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T09:00", "2026-10-03T22:00")]
    [InlineData("Pacific/Apia", "2020-09-26T09:00", "2020-09-25T20:00")]
    [InlineData("Pacific/Apia", "2020-09-27T09:00", "2020-09-26T19:00")]
    [InlineData("Pacific/Apia", "2021-04-03T09:00", "2021-04-02T19:00")]
    [InlineData("Pacific/Apia", "2021-04-04T09:00", "2021-04-03T20:00")]
    [InlineData("Pacific/Apia", "2026-11-25T09:00", "2026-11-24T20:00")]
    // The last minute before a missing time, and the first after it.
    [InlineData("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59")]
    [InlineData("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T01:59", "2026-10-03T15:29")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30")]
    [InlineData("Pacific/Apia", "2011-12-29T23:59", "2011-12-30T09:59")]
    [InlineData("Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00")]
    public void A_wall_time_is_the_moment_that_the_clock_of_its_place_shows_it(string zone, string local, string utc)
    {
        var planned = Plan(zone, local);

        Assert.Equal(
            (Local(local), Utc(utc), zone, null, false),
            (planned.Local, planned.Utc, planned.TimeZone, planned.Notice?.Text, planned.LaterOccurrence)
        );
    }

    [Theory]
    [InlineData(
        "Europe/Berlin",
        "2026-03-29T02:30",
        "2026-03-29T03:30",
        "2026-03-29T01:30",
        "02:30 does not exist on 29 March in Berlin; the post is set to 03:30."
    )]
    [InlineData(
        "Europe/Berlin",
        "2026-03-29T02:00",
        "2026-03-29T03:00",
        "2026-03-29T01:00",
        "02:00 does not exist on 29 March in Berlin; the post is set to 03:00."
    )]
    [InlineData(
        "America/New_York",
        "2026-03-08T02:59",
        "2026-03-08T03:59",
        "2026-03-08T07:59",
        "02:59 does not exist on 8 March in New York; the post is set to 03:59."
    )]
    [InlineData(
        "Australia/Lord_Howe",
        "2026-10-04T02:15",
        "2026-10-04T02:45",
        "2026-10-03T15:45",
        "02:15 does not exist on 4 October in Lord Howe; the post is set to 02:45."
    )]
    [InlineData(
        "Pacific/Apia",
        "2020-09-27T03:30",
        "2020-09-27T04:30",
        "2020-09-26T14:30",
        "03:30 does not exist on 27 September in Apia; the post is set to 04:30."
    )]
    [InlineData(
        "Pacific/Apia",
        "2011-12-30T00:00",
        "2011-12-31T00:00",
        "2011-12-30T10:00",
        "00:00 does not exist on 30 December in Apia; the post is set to 00:00 on 31 December."
    )]
    [InlineData(
        "Pacific/Apia",
        "2011-12-30T09:00",
        "2011-12-31T09:00",
        "2011-12-30T19:00",
        "09:00 does not exist on 30 December in Apia; the post is set to 09:00 on 31 December."
    )]
    [InlineData(
        "Pacific/Apia",
        "2011-12-30T23:59",
        "2011-12-31T23:59",
        "2011-12-31T09:59",
        "23:59 does not exist on 30 December in Apia; the post is set to 23:59 on 31 December."
    )]
    public void A_time_that_the_clock_jumps_over_becomes_the_one_after_it_and_says_so(
        string zone,
        string asked,
        string set,
        string utc,
        string notice
    )
    {
        var planned = Plan(zone, asked);

        Assert.Equal((Local(set), Utc(utc), notice), (planned.Local, planned.Utc, planned.Notice?.Text));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30", "2026-10-25T01:30", "02:30 comes twice on 25 October in Berlin")]
    [InlineData(
        "America/New_York",
        "2026-11-01T01:00",
        "2026-11-01T05:00",
        "2026-11-01T06:00",
        "01:00 comes twice on 1 November in New York"
    )]
    [InlineData(
        "Australia/Lord_Howe",
        "2026-04-05T01:45",
        "2026-04-04T14:45",
        "2026-04-04T15:15",
        "01:45 comes twice on 5 April in Lord Howe"
    )]
    [InlineData("Pacific/Apia", "2021-04-04T03:30", "2021-04-03T13:30", "2021-04-03T14:30", "03:30 comes twice on 4 April in Apia")]
    public void Of_a_time_that_comes_twice_the_first_is_meant_unless_somebody_says_the_second(
        string zone,
        string local,
        string first,
        string second,
        string notice
    )
    {
        var (one, other) = (Plan(zone, local), PostTime.Plan(Local(local), PostTime.FindZone(zone)!, second: true));

        Assert.Equal(
            (Local(local), Utc(first), false, notice + ", because the clocks go back; the post is set to the first one."),
            (one.Local, one.Utc, one.LaterOccurrence, one.Notice?.Text)
        );
        Assert.Equal(
            (Local(local), Utc(second), true, notice + ", because the clocks go back; the post is set to the second one."),
            (other.Local, other.Utc, other.LaterOccurrence, other.Notice?.Text)
        );
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-28T22:00", 6)]
    [InlineData("Europe/Berlin", "2026-10-24T22:00", 6)]
    [InlineData("America/New_York", "2026-03-08T04:00", 6)]
    [InlineData("America/New_York", "2026-11-01T03:00", 6)]
    [InlineData("Asia/Kolkata", "2026-03-28T22:00", 6)]
    [InlineData("Australia/Lord_Howe", "2026-04-04T12:00", 6)]
    [InlineData("Australia/Lord_Howe", "2026-10-03T12:00", 6)]
    [InlineData("Pacific/Apia", "2011-12-29T08:00", 50)]
    [InlineData("Pacific/Apia", "2020-09-26T12:00", 6)]
    [InlineData("Pacific/Apia", "2021-04-03T11:00", 6)]
    public void Every_minute_around_a_change_is_found_again_from_what_the_clock_shows(string zoneName, string from, int hours)
    {
        var zone = PostTime.FindZone(zoneName)!;
        for (var utc = Utc(from); utc < Utc(from).AddHours(hours); utc = utc.AddMinutes(1))
        {
            var shown = PostTime.At(utc, zone);
            Assert.Equal(utc, shown.Utc);
            Assert.Equal(utc, PostTime.Plan(shown.Local, zone, shown.LaterOccurrence).Utc);
        }
    }

    [Theory]
    [InlineData("2026-11-25T09:00", "2026-11-25T09:00")]
    [InlineData("2026-11-25T09:00:59", "2026-11-25T09:00")]
    [InlineData("2026-11-25T09:00:59.999", "2026-11-25T09:00")]
    [InlineData("2026-11-25T09:00Z", null)]
    [InlineData("2026-11-25T09:00+01:00", null)]
    [InlineData("2026-11-25", null)]
    [InlineData("2026-02-30T09:00", null)]
    [InlineData("2026-11-25T24:00", null)]
    [InlineData("25.11.2026 09:00", null)]
    [InlineData("", null)]
    public void A_wall_time_has_no_zone_behind_it_and_is_cut_to_the_minute(string text, string? read)
    {
        Assert.Equal(read is not null, PostTime.TryReadLocal(text, out var local));
        Assert.Equal(read, read is null ? null : PostTime.Write(local));
    }

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("UTC", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("W. Europe Standard Time", false)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("../etc/passwd", false)]
    [InlineData("", false)]
    public void Zones_are_called_by_their_names_in_the_database_of_the_world(string name, bool known) =>
        Assert.Equal(known, PostTime.FindZone(name) is not null);

    private static PlannedTime Plan(string zone, string local) => PostTime.Plan(Local(local), PostTime.FindZone(zone)!);

    private static DateTime Local(string text) => PostTime.TryReadLocal(text, out var local) ? local : throw new ArgumentException(text);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(Local(text), DateTimeKind.Utc);
}
