using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Access;

/// <summary>
/// Whether who asks is still who they were: what a session or a token rests on are rows, and those are looked at anew each time.
/// </summary>
internal static class CallerAccess
{
    // Compiled, as every request of a browser asks it; see AssetPageQueries.
    private static readonly Func<MagpieDbContext, Guid, Guid, CancellationToken, Task<Session?>> Find = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid id, Guid user, CancellationToken _) =>
            db
                .Sessions.AsNoTracking()
                .SingleOrDefault(s => s.Id == id && s.UserId == user && db.Users.Any(u => u.Id == user && u.SecurityStamp == s.Stamp))
    );

    /// <summary>Null: it was ended, or the password is another one since.</summary>
    public static Task<Session?> FindSessionAsync(this MagpieDbContext db, Guid id, Guid user, CancellationToken ct) =>
        Find(db, id, user, ct);

    /// <summary>For what goes on after the request that it began with.</summary>
    public static async Task<bool> IsStillInAsync(this MagpieDbContext db, Caller caller, CancellationToken ct) =>
        caller.SessionId is { } session
            ? await Find(db, session, caller.UserId, ct) is not null
            : caller.TokenId is { } token && await db.AccessTokens.AnyAsync(t => t.Id == token, ct);
}
