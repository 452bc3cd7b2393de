using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts.Passwords;

/// <summary>
/// Slows down whoever guesses: by where they come from and whose password they try, and, for one account, all strangers together. Counted
/// by what was typed, so that it is the same whether anybody has that address. On this node and in memory: an attack writes nothing.
/// See docs/decisions/0017.
/// </summary>
internal sealed class PasswordTries(IOptions<AccountOptions> options, TimeProvider time)
{
    /// <summary>An attacker chooses what is typed, and has many addresses: what is remembered must have an end.</summary>
    internal const int MaxRemembered = 20_000;

    /// <summary>Strangers from everywhere have this many times the tries of one address, and after that one a minute.</summary>
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
    /// How long to wait before the next try; null: go ahead. The try counts as a failure until it is said to be none, so that many at once
    /// are no way around.
    /// </summary>
    /// <param name="isKnown">A browser that has signed in to this account before. What strangers do does not concern it.</param>
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
                // Only this one: those of others were wrong all the same.
                remembered[(Anywhere, account)] = strangers with
                {
                    Failures = strangers.Failures - 1,
                    Until = default,
                };
            }
        }
    }

    /// <summary>After a wrong password: how long to wait now. Zero: not yet.</summary>
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

    /// <summary>Twice as long each time.</summary>
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

        // Those with few failures first: who made up addresses to be forgotten by is forgotten before those whom it was about.
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
