using System.Globalization;
using System.Threading.RateLimiting;
using Magpie.Features.Accounts.Passwords;
using Magpie.Model;
using Magpie.Platform.Web.Doors;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts;

/// <summary>
/// Limits password attempts by address, across all accounts, in addition to <see cref="PasswordTries"/>. A browser that has signed in to
/// this very account before has a limit of its own, so that nobody at its address can lock it out. For other accounts it is a stranger,
/// because anybody with an account can get signed cookies.
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

    /// <summary>Null means go ahead. Every attempt counts, right or wrong.</summary>
    /// <param name="browser">The browser's name, if the account knows it; see <see cref="KnownBrowsers"/>.</param>
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
