using System.Globalization;
using System.Threading.RateLimiting;
using Magpie.Features.Accounts.Passwords;
using Magpie.Model;
using Magpie.Platform.Web.Doors;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts;

/// <summary>
/// Slows down whoever tries passwords, by their address and whatever accounts they try, beside <see cref="PasswordTries"/>. A browser that
/// has signed in to just this account before has a limit of its own, so that nobody at its address can keep it out; for any other account
/// it is a stranger, as signed cookies cost their owner nothing.
/// </summary>
internal sealed class SignInLimit(IOptions<AccountOptions> options, SignInLog log) : IDisposable
{
    public static readonly RuleViolation TooMany = new("too-many-requests", "Too many tries in a short time. Wait a minute and try again.");

    private readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.Create<string, string>(from =>
        RateLimitPartition.GetFixedWindowLimiter(
            from,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.SignInsPerMinute, Window = TimeSpan.FromMinutes(1) }
        )
    );

    /// <summary>Null: go ahead. Wrong or right, each try counts.</summary>
    /// <param name="browser">Its own name, where it is known to the account that is tried; see <see cref="KnownBrowsers"/>.</param>
    public RuleViolation? Refusal(HttpContext http, string? browser = null)
    {
        using var lease = tries.AttemptAcquire(browser ?? ClientAddress.CountedFor(http));
        if (lease.IsAcquired)
        {
            return null;
        }

        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        log.TooMany(http);
        return TooMany;
    }

    public void Dispose() => tries.Dispose();
}
