using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Magpie.Model.Imports;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Clouds;

/// <summary>
/// Members who are on the way to a provider and back. An answer counts once, within ten minutes, for the member who started and in the
/// browser that has the cookie: it holds the PKCE verifier, without which the code is worthless.
/// </summary>
internal sealed class OAuthStates(MagpieDbContext db, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task<(string State, string Verifier, string Challenge)> BeginAsync(
        Guid userId,
        CloudProvider provider,
        Uri returnAddress,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (state, verifier) = (Secret(), Secret());
        var challenge = ChallengeOf(verifier);
        await db.CloudSignIns.Where(s => s.ExpiresAt < now || (s.UserId == userId && s.Provider == provider)).ExecuteDeleteAsync(ct);
        db.CloudSignIns.Add(
            new()
            {
                StateHash = HashOf(state),
                UserId = userId,
                Provider = provider,
                Challenge = challenge,
                ReturnAddress = returnAddress.AbsoluteUri,
                ExpiresAt = now + Lifetime,
            }
        );
        await db.SaveChangesAsync(ct);
        return (state, verifier, challenge);
    }

    /// <summary>Null when it belongs to another member or browser, comes too late, or a second time.</summary>
    public async Task<CloudSignIn?> TakeAsync(Guid userId, CloudProvider provider, string state, string verifier, CancellationToken ct)
    {
        var hash = HashOf(state);
        var signIn = await db.CloudSignIns.AsNoTracking().SingleOrDefaultAsync(s => s.StateHash == hash, ct);
        return
            signIn is not null
            && signIn.UserId == userId
            && signIn.Provider == provider
            && signIn.ExpiresAt > time.GetUtcNow().UtcDateTime
            && signIn.Challenge == ChallengeOf(verifier)
            && await db.CloudSignIns.Where(s => s.StateHash == hash).ExecuteDeleteAsync(CancellationToken.None) == 1
            ? signIn
            : null;
    }

    private static string Secret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static string HashOf(string state) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)));

    private static string ChallengeOf(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
