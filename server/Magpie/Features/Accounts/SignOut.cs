using System.Security.Claims;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Magpie.Features.Accounts;

internal static class SignOut
{
    public static async Task<NoContent> HandleAsync(ClaimsPrincipal user, UserManager<Account> users, SignInManager<Account> signIn, bool everywhere = false)
    {
        if (everywhere && await users.GetUserAsync(user) is { } account)
        {
            await users.UpdateSecurityStampAsync(account);
        }

        await signIn.SignOutAsync();
        return TypedResults.NoContent();
    }
}
