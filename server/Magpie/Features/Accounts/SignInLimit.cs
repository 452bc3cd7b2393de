using System.Globalization;
using System.Threading.RateLimiting;
using Magpie.Features.Accounts.Passwords;
using Magpie.Platform.Web.Doors;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts;

/// <summary>Slows down whoever tries passwords, per address, on top of the lock-out per account. A browser that has signed in before has a limit of its own.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var http = rejected.HttpContext;
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            http.RequestServices.GetRequiredService<SignInLog>().TooMany(http);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            context.RequestServices.GetRequiredService<KnownBrowsers>().NameOf(context) ?? ClientAddress.CountedFor(context),
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value.SignInsPerMinute,
                Window = TimeSpan.FromMinutes(1),
            }));
    });
}
