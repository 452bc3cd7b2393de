using System.Security.Claims;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Magpie.Features.Accounts;

internal static class SignOut
{
    public static async Task<NoContent> HandleAsync(ClaimsPrincipal user, UserManager<Account> users, SignInManager<Account> signIn, bool everywhere = false)
    {
        // A token, even one that may only read, would otherwise end every session of its person.
        if (everywhere && !user.HasClaim(claim => claim.Type == TokenAuthentication.ScopeClaim) && await users.GetUserAsync(user) is { } account)
        {
            await users.UpdateSecurityStampAsync(account);
        }

        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }
}
