using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts.Sessions;

/// <param name="Device">What the browser says it is, such as "Chrome on Windows".</param>
/// <param name="Address">From where it was last used.</param>
/// <param name="LastSeenAt">Some minutes exact.</param>
/// <param name="IsCurrent">The one that asks.</param>
public sealed record SessionSummary(
    Guid Id,
    string Device,
    string Address,
    SessionOrigin Origin,
    DateTime CreatedAt,
    DateTime LastSeenAt,
    bool IsCurrent
);

internal static class ListSessions
{
    public static async Task<Ok<Page<SessionSummary>>> HandleAsync(
        Caller caller,
        SessionStore store,
        MagpieDbContext db,
        CancellationToken ct
    )
    {
        var rows = await db
            .Sessions.AsNoTracking()
            .Where(s => s.UserId == caller.UserId && db.Users.Any(u => u.Id == s.UserId && u.SecurityStamp == s.Stamp))
            .OrderByDescending(s => s.LastSeenAt)
            .ThenByDescending(s => s.Id)
            .Take(SessionStore.MaxSessions)
            .ToListAsync(ct);
        var sessions = rows.Where(s => !store.IsExpired(s))
            .Select(s => new SessionSummary(s.Id, s.Device, s.Address, s.Origin, s.CreatedAt, s.LastSeenAt, s.Id == caller.SessionId))
            .OrderByDescending(s => s.IsCurrent)
            .ToList();
        return TypedResults.Ok(new Page<SessionSummary>(sessions, NextCursor: null));
    }
}
