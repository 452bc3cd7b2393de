using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts.Passwords;

/// <summary>
/// Slows down guessing: by address and account, and for one account by all strangers together. Counts by what was typed, so that it makes
/// no difference whether the account exists. Kept in the memory of this server, so that an attack writes nothing. See docs/decisions/0017.
/// </summary>
internal sealed class PasswordTries(IOptions<AccountOptions> options, TimeProvider time)
{
    /// <summary>Attackers choose what is typed and have many addresses, so what is remembered must be limited.</summary>
    internal const int MaxRemembered = 20_000;

    /// <summary>All strangers together have this many times the attempts of one address, and then one a minute.</summary>
    private const int Everywhere = 10;

    private const string Anywhere = "";
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1),
        LongestWait = TimeSpan.FromHours(1),
        StrangersTurn = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<(string From, string Account), Tries> remembered = [];

    internal int Remembered
    {
        get
        {
            lock (gate)
            {
                return remembered.Count;
            }
        }
    }

    /// <summary>
    /// How long to wait before the next attempt; null means go ahead. The attempt counts as a failure until it turns out to be right, so
    /// that parallel attempts do not get around the limit.
    /// </summary>
    /// <param name="isKnown">A browser that has signed in to this account before. Attempts by strangers do not affect it.</param>
    public TimeSpan? Begin(string from, string account, bool isKnown)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var wait = WaitOf((from, account), now);
            if (!isKnown && WaitOf((Anywhere, account), now) is var strangers && strangers > wait)
            {
                wait = strangers;
            }

            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            MakeRoom(now);
            Count((from, account), now, options.Value.FailuresBeforeLockOut, WaitAfter);
            if (!isKnown)
            {
                Count((Anywhere, account), now, options.Value.FailuresBeforeLockOut * Everywhere, _ => StrangersTurn);
            }

            return null;
        }
    }

    /// <summary>The password was right.</summary>
    public void Forget(string from, string account, bool isKnown)
    {
        lock (gate)
        {
            remembered.Remove((from, account));
            if (!isKnown && remembered.GetValueOrDefault((Anywhere, account)) is { Failures: > 0 } strangers)
            {
                // Only this attempt: those of others were still wrong.
                remembered[(Anywhere, account)] = strangers with
                {
                    Failures = strangers.Failures - 1,
                    Until = default,
                };
            }
        }
    }

    /// <summary>After a wrong password: how long to wait now. Zero: no wait yet.</summary>
    public TimeSpan WaitOf(string from, string account)
    {
        lock (gate)
        {
            return WaitOf((from, account), time.GetUtcNow());
        }
    }

    private TimeSpan WaitOf((string From, string Account) key, DateTimeOffset now) => remembered.GetValueOrDefault(key).Until - now;

    private void Count((string From, string Account) key, DateTimeOffset now, int limit, Func<int, TimeSpan> waitAfter)
    {
        ref var tries = ref CollectionsMarshal.GetValueRefOrAddDefault(remembered, key, out _);
        var failures = IsForgotten(tries, now) ? 1 : tries.Failures + 1;
        tries = new(failures, now, failures < limit ? default : now + waitAfter(failures - limit));
    }

    /// <summary>Doubles each time.</summary>
    private TimeSpan WaitAfter(int more)
    {
        var first = TimeSpan.FromMinutes(options.Value.LockOutMinutes);
        var longest = first > LongestWait ? first : LongestWait;
        return more < 12 && first * (1 << more) is var wait && wait < longest ? wait : longest;
    }

    private static bool IsForgotten(Tries tries, DateTimeOffset now) =>
        now > (tries.Until > tries.Last ? tries.Until : tries.Last) + Memory;

    private void MakeRoom(DateTimeOffset now)
    {
        if (remembered.Count + 2 <= MaxRemembered)
        {
            return;
        }

        // Those with few failures go first: an attacker who makes up addresses to push others out only pushes out their own.
        var least = remembered
            .OrderBy(one => IsForgotten(one.Value, now) ? 0 : one.Value.Failures)
            .ThenBy(one => one.Value.Last)
            .Select(one => one.Key)
            .Take(MaxRemembered / 10)
            .ToList();
        foreach (var key in least)
        {
            remembered.Remove(key);
        }
    }

    private readonly record struct Tries(int Failures, DateTimeOffset Last, DateTimeOffset Until);
}
