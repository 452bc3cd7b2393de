using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Magpie.Platform.Web.Doors;

namespace Magpie.Features.Accounts;

/// <summary>
/// While there is no owner: proves that somebody who comes over the network may read this server's log. Otherwise the first stranger to
/// find a new server would own it. New at each start, and only in memory.
/// </summary>
internal sealed class SetupCode : IDisposable
{
    private const int TriesPerMinute = 5;
    private const int Groups = 3,
        GroupLength = 4;

    private static readonly FixedWindowRateLimiterOptions Few = new() { PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1) };

    private readonly PartitionedRateLimiter<HttpContext> tries = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetFixedWindowLimiter(ClientAddress.CountedFor(http), _ => Few)
    );

    /// <summary>Without letters and digits that look alike.</summary>
    public string Text { get; } =
        string.Join(
            '-',
            Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTUVWXYZ", GroupLength))
        );

    /// <summary>False after too many attempts. Every attempt counts, right or wrong.</summary>
    public bool MayTry(HttpContext http)
    {
        using var lease = tries.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    /// <summary>In any spelling. Hashed, so that the time taken shows neither the length nor the first difference.</summary>
    public bool Is(string? typed) => CryptographicOperations.FixedTimeEquals(HashOf(Text), HashOf(typed ?? ""));

    public void Dispose() => tries.Dispose();

    private static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}

internal static class SetupCodes
{
    /// <summary>At each start without an owner. Logged as a warning, so that it is seen even if little is logged.</summary>
    public static async Task SayHowToSetUpAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<OwnerCreation>().IsNeededAsync(app.Lifetime.ApplicationStopping))
        {
            app.Logger.LogWarning(
                "There is no owner yet. The setup page asks for this code where it is opened from another machine: {Code}",
                app.Services.GetRequiredService<SetupCode>().Text
            );
        }
    }
}
