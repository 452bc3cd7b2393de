using System.Security.Claims;
using Magpie.Features.Accounts.Sessions;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Magpie.Features.Accounts;

internal static class SignOut
{
    public static async Task<NoContent> HandleAsync(
        ClaimsPrincipal user,
        UserManager<Account> users,
        SignInManager<Account> signIn,
        SessionStore store,
        CancellationToken ct,
        bool everywhere = false
    )
    {
        // Otherwise a token, even a read-only one, could end every session of its person.
        if (SessionCookie.SessionIn(user) is { } session && await users.GetUserAsync(user) is { } account)
        {
            if (everywhere)
            {
                await users.UpdateSecurityStampAsync(account);
                await store.EndAllAsync(account.Id, ct);
            }
            else
            {
                await store.EndAsync(session, account.Id, ct);
            }
        }

        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }
}
