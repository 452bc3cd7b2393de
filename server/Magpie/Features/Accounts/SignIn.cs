using System.ComponentModel.DataAnnotations;
using Magpie.Model;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Magpie.Features.Accounts;

public sealed record SignInRequest(
    [property: Required, StringLength(256), PlainText] string Email,
    [property: Required, StringLength(200)] string Password);

internal static class SignIn
{
    private static readonly RuleViolation Wrong = new("wrong-credentials", "E-mail or password is wrong. Check both and try again.");

    public static async Task<Results<Ok<SessionDetails>, ProblemHttpResult>> HandleAsync(
        SignInRequest request, UserManager<Account> users, SignInManager<Account> signIn, SessionReader sessions, TimeProvider time, CancellationToken ct)
    {
        var account = await users.FindByEmailAsync(request.Email.Trim());
        if (account is null)
        {
            // As slow as a wrong password, so that the time does not tell who has an account.
            _ = users.PasswordHasher.HashPassword(null!, request.Password);
            return Problems.Of(Wrong);
        }

        var result = await signIn.PasswordSignInAsync(account, request.Password, isPersistent: true, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            var left = (await users.GetLockoutEndDateAsync(account) ?? default) - time.GetUtcNow();
            var minutes = Math.Max(1, (int)Math.Ceiling(left.TotalMinutes));
            return Problems.Of(
                new("locked-out", $"Too many wrong passwords. This account is locked for {minutes} more {(minutes == 1 ? "minute" : "minutes")}."),
                ("retryAfterSeconds", (int)Math.Ceiling(left.TotalSeconds)));
        }

        return result.Succeeded ? TypedResults.Ok(await sessions.ReadAsync(account.Id, ct)) : Problems.Of(Wrong);
    }
}
