using Magpie.Features.Accounts;
using Magpie.Features.Accounts.Passwords;
using Microsoft.Extensions.Options;

namespace Magpie.Tests.Features.Accounts.Passwords;

public sealed class PasswordTriesTests
{
    private const string Home = "192.0.2.1",
        Away = "192.0.2.2",
        Olga = "OLGA@EXAMPLE.ORG",
        Mia = "MIA@EXAMPLE.ORG";

    private readonly MovedTime time = new();
    private readonly PasswordTries tries;

    public PasswordTriesTests() => tries = new(Options.Create(new AccountOptions()), time);

    [Fact]
    public void After_five_failures_an_address_waits_for_that_account_alone()
    {
        Fail(5, Home, Olga);

        Assert.Equal(300, Begin(Home, Olga));
        Assert.Null(Begin(Home, Mia));
        Assert.Null(Begin(Away, Olga));
    }

    [Fact]
    public void Each_further_failure_doubles_the_wait_up_to_an_hour()
    {
        Fail(5, Home, Olga);
        foreach (var expected in new[] { 600, 1200, 2400, 3600, 3600 })
        {
            time.Now += TimeSpan.FromSeconds(Begin(Home, Olga)!.Value);
            Assert.Null(Begin(Home, Olga));
            Assert.Equal(expected, Begin(Home, Olga));
        }
    }

    [Fact]
    public void Tries_that_are_under_way_count_so_that_many_at_once_are_no_way_around()
    {
        var begun = Enumerable.Range(0, 50).Count(_ => Begin(Home, Olga) is null);

        Assert.Equal(5, begun);
    }

    [Fact]
    public void The_right_password_makes_an_end_of_it()
    {
        Fail(4, Home, Olga);
        Assert.Null(Begin(Home, Olga));
        tries.Forget(Home, Olga, isKnown: false);

        Fail(4, Home, Olga);

        Assert.Null(Begin(Home, Olga));
    }

    [Fact]
    public void Strangers_from_everywhere_take_turns_of_a_minute_and_a_known_browser_passes()
    {
        for (var address = 0; address < 10; address++)
        {
            Fail(5, $"198.51.100.{address}", Olga);
        }

        Assert.Equal(60, Begin(Away, Olga));
        Assert.Null(tries.Begin("a known browser", Olga, isKnown: true));
        time.Now += TimeSpan.FromSeconds(60);
        Assert.Null(Begin(Away, Olga));
        Assert.Equal(60, Begin(Home, Olga));
    }

    [Fact]
    public void A_known_browser_has_a_limit_of_its_own()
    {
        for (var failure = 0; failure < 5; failure++)
        {
            Assert.Null(tries.Begin("a known browser", Olga, isKnown: true));
        }

        Assert.Equal(300, tries.Begin("a known browser", Olga, isKnown: true)?.TotalSeconds);
        Assert.Null(Begin(Home, Olga));
    }

    [Fact]
    public void What_lies_an_hour_back_is_forgotten()
    {
        Fail(4, Home, Olga);
        time.Now += TimeSpan.FromSeconds(3601);

        Fail(4, Home, Olga);

        Assert.Null(Begin(Home, Olga));
    }

    [Fact]
    public void However_many_addresses_are_made_up_little_is_remembered_and_not_whom_it_was_about_is_forgotten()
    {
        Fail(5, Home, Olga);

        for (var made = 0; made < 60_000; made++)
        {
            Begin($"2001:db8:{made:x}::/64", $"{made}@EXAMPLE.ORG");
        }

        Assert.InRange(tries.Remembered, 1, PasswordTries.MaxRemembered);
        Assert.Equal(300, Begin(Home, Olga));
    }

    private double? Begin(string from, string account) => tries.Begin(from, account, isKnown: false)?.TotalSeconds;

    private void Fail(int times, string from, string account)
    {
        for (var failure = 0; failure < times; failure++)
        {
            Assert.Null(Begin(from, account));
        }
    }

    private sealed class MovedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
