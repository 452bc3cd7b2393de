using System.Security.Claims;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Accounts;

internal static class SessionCookie
{
    private const string CookieName = "magpie";

    // Compiled, as every request asks it; see AssetRows.
    private static readonly Func<MagpieDbContext, Guid, string?, CancellationToken, Task<bool>> IsCurrent = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid user, string? stamp, CancellationToken _) => db.Users.Any(u => u.Id == user && u.SecurityStamp == stamp));

    public static void Configure(CookieAuthenticationOptions cookie, IOptions<AccountOptions> accounts)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(accounts.Value.SessionDays);
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToLogin = RefuseSignedOutAsync;
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        cookie.Events.OnValidatePrincipal = RefuseEndedSessionAsync;
    }

    // The framework's own check runs only now and then and sends a new cookie each time; ours is one look-up by key
    // and makes "sign out everywhere" true at once.
    private static async Task RefuseEndedSessionAsync(CookieValidatePrincipalContext context)
    {
        var db = context.HttpContext.RequestServices.GetRequiredService<MagpieDbContext>();
        var stamp = context.Principal?.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);
        var isCurrent = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
            && await IsCurrent(db, userId, stamp, context.HttpContext.RequestAborted);
        if (!isCurrent)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    /// <summary>
    /// Without the database the keys that read a cookie may be missing, and then a session looks like none. A browser that was told 401
    /// would forget who is signed in.
    /// </summary>
    private static async Task RefuseSignedOutAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Request.Cookies.ContainsKey(CookieName))
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
