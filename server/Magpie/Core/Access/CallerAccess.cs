using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Access;

/// <summary>Whether the caller is still signed in. Sessions and tokens are rows, which are read again each time.</summary>
internal static class CallerAccess
{
    // Compiled, because every request of a browser asks this; see AssetPageQueries.
    private static readonly Func<MagpieDbContext, Guid, Guid, CancellationToken, Task<Session?>> Find = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid id, Guid user, CancellationToken _) =>
            db
                .Sessions.AsNoTracking()
                .SingleOrDefault(s => s.Id == id && s.UserId == user && db.Users.Any(u => u.Id == user && u.SecurityStamp == s.Stamp))
    );

    /// <summary>Null when the session was ended, or the password has changed since.</summary>
    public static Task<Session?> FindSessionAsync(this MagpieDbContext db, Guid id, Guid user, CancellationToken ct) =>
        Find(db, id, user, ct);

    /// <summary>For work that continues after the request that started it.</summary>
    public static async Task<bool> IsStillInAsync(this MagpieDbContext db, Caller caller, CancellationToken ct) =>
        caller.SessionId is { } session
            ? await Find(db, session, caller.UserId, ct) is not null
            : caller.TokenId is { } token && await db.AccessTokens.AnyAsync(t => t.Id == token, ct);
}
