using System.Security.Claims;
using Magpie.Features.Accounts.Passwords;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts.Sessions;

/// <summary>Starts and ends sessions. A cookie only names its session, so a copied cookie is worthless once the row is gone.</summary>
internal sealed class SessionStore(MagpieDbContext db, KnownBrowsers browsers, IOptions<AccountOptions> options, TimeProvider time)
{
    /// <summary>Otherwise a script that signs in for each call would fill its person's list. Those unused for longest go first.</summary>
    public const int MaxSessions = 100;

    /// <summary>Puts a new session's id into the cookie's claims, and ends the browser's previous session.</summary>
    public async Task BeginAsync(ClaimsPrincipal principal, SessionOrigin origin, HttpContext http)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var user = Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var stamp = principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType) ?? "";
        var session = new Session
        {
            UserId = user,
            Origin = origin,
            Stamp = stamp,
            Device = DeviceName.Of(http.Request.Headers.UserAgent),
            Address = AddressOf(http),
            CreatedAt = now,
            LastSeenAt = now,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(http.RequestAborted);
        await EndOldAsync(user, SessionCookie.SessionIn(http.User), http.RequestAborted);

        ((ClaimsIdentity)principal.Identity!).AddClaim(new(SessionCookie.SessionClaim, session.Id.ToString()));
        browsers.Remember(http, user, stamp);
    }

    /// <summary>False when that person has no session with that id.</summary>
    public async Task<bool> EndAsync(Guid id, Guid user, CancellationToken ct) =>
        await db.Sessions.Where(s => s.Id == id && s.UserId == user).ExecuteDeleteAsync(ct) > 0;

    public Task EndAllAsync(Guid user, CancellationToken ct, Guid? except = null) =>
        db.Sessions.Where(s => s.UserId == user && s.Id != except).ExecuteDeleteAsync(ct);

    /// <summary>Sessions that were not used for as long as a session lasts; their cookies have expired too.</summary>
    public Task<int> EndExpiredAsync(CancellationToken ct)
    {
        var before = OldestLast;
        return db.Sessions.Where(s => s.LastSeenAt < before).ExecuteDeleteAsync(ct);
    }

    public bool IsExpired(Session session) => session.LastSeenAt < OldestLast;

    public static string AddressOf(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address ? ClientAddress.Plain(address).ToString() : "";

    private DateTime OldestLast => time.GetUtcNow().UtcDateTime.AddDays(-options.Value.SessionDays);

    private async Task EndOldAsync(Guid user, Guid? replaced, CancellationToken ct)
    {
        if (replaced is { } old)
        {
            await db.Sessions.Where(s => s.Id == old).ExecuteDeleteAsync(ct);
        }

        var many = await db
            .Sessions.Where(s => s.UserId == user)
            .OrderByDescending(s => s.LastSeenAt)
            .ThenByDescending(s => s.Id)
            .Select(s => s.Id)
            .Skip(MaxSessions)
            .Take(MaxSessions)
            .ToListAsync(ct);
        if (many.Count > 0)
        {
            await db.Sessions.Where(s => many.Contains(s.Id)).ExecuteDeleteAsync(ct);
        }
    }
}
