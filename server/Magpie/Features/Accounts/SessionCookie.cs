using System.Security.Claims;
using Magpie.Core.Access;
using Magpie.Features.Accounts.Sessions;
using Magpie.Model.Accounts;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts;

/// <summary>The cookie names a session; see docs/decisions/0005.</summary>
internal static class SessionCookie
{
    public const string SessionClaim = "magpie:session";

    public static void Configure(CookieAuthenticationOptions cookie, IOptions<AccountOptions> accounts)
    {
        cookie.Cookie.Name = CookieByDoor.Plain;
        cookie.CookieManager = new CookieByDoor();
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.Path = "/";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(accounts.Value.SessionDays);
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = RefuseSignedOutAsync;
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        cookie.Events.OnValidatePrincipal = RefuseEndedSessionAsync;
        cookie.Events.OnSigningIn = BeginSessionAsync;
    }

    /// <summary>Null for a token, and for callers who are not signed in.</summary>
    public static Guid? SessionIn(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(SessionClaim), out var id) ? id : null;

    private static Task BeginSessionAsync(CookieSigningInContext context)
    {
        var http = context.HttpContext;
        var origin = http.GetEndpoint()?.Metadata.OfType<SessionOrigin>().LastOrDefault() ?? SessionOrigin.Password;
        return http.RequestServices.GetRequiredService<SessionStore>().BeginAsync(context.Principal!, origin, http);
    }

    // The framework's own check runs only now and then, and sends a new cookie each time. Ours is one lookup by key, so a session that was
    // ended, here or on another server, is ended at once.
    private static async Task RefuseEndedSessionAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var session =
            SessionIn(context.Principal) is { } id
            && Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var user)
                ? await services.GetRequiredService<MagpieDbContext>().FindSessionAsync(id, user, context.HttpContext.RequestAborted)
                : null;
        if (session is null || services.GetRequiredService<SessionStore>().IsExpired(session))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        services.GetRequiredService<SessionUses>().Note(session, context.HttpContext);
    }

    /// <summary>
    /// Without the database the keys that read a cookie may be missing, and a session then looks like none. A browser that was told 401
    /// would forget who is signed in.
    /// </summary>
    private static async Task RefuseSignedOutAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Request.Cookies.ContainsKey(CookieByDoor.NameFor(context.Request)))
        {
            await services.GetRequiredService<DatabaseWatch>().AskAsync();
            if (services.GetRequiredService<DatabaseState>().Unavailable is not null)
            {
                await OutageProblems.Of(Outage.DatabaseUnavailable, context.Response).ExecuteAsync(context.HttpContext);
                return;
            }
        }

        await Answer(context, StatusCodes.Status401Unauthorized);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
