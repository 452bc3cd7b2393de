using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Magpie.Features.Accounts.Passwords;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

public sealed record SignInRequest(
    [property: Required, StringLength(256), PlainText] string Email,
    [property: Required, StringLength(200)] string Password
);

/// <summary>Does the same work and gives the same answer whether or not the address exists.</summary>
internal sealed class SignIn(
    UserManager<Account> users,
    SignInManager<Account> signIn,
    SignInLimit limit,
    PasswordTries tries,
    KnownBrowsers browsers,
    SessionReader sessions,
    MagpieDbContext db,
    SignInLog log
)
{
    private static readonly RuleViolation Wrong = new("wrong-credentials", "Wrong email or password.");

    public static Task<Results<Ok<SessionDetails>, ProblemHttpResult>> HandleAsync(
        SignInRequest request,
        HttpContext http,
        SignIn signIn,
        CancellationToken ct
    ) => signIn.TryAsync(request.Email.Trim(), request.Password, http, ct);

    private async Task<Results<Ok<SessionDetails>, ProblemHttpResult>> TryAsync(
        string email,
        string password,
        HttpContext http,
        CancellationToken ct
    )
    {
        var account = await users.FindByEmailAsync(email);
        var browser = browsers.NameFor(http, account);
        if (limit.Refusal(http, browser) is { } refused)
        {
            return Problems.Of(refused);
        }

        var (from, typed, isKnown) = (browser ?? ClientAddress.CountedFor(http), users.NormalizeEmail(email) ?? "", browser is not null);
        if (tries.Begin(from, typed, isKnown) is { } wait)
        {
            log.LockedOut(http, account, email, wait);
            return LockedOut(http, wait);
        }

        var hash = PasswordRounds.HashOf(account);
        var verdict = users.PasswordHasher.VerifyHashedPassword(account!, hash, password);
        if (account is null || verdict is PasswordVerificationResult.Failed)
        {
            log.Failed(http, account, email);
            if (tries.WaitOf(from, typed) is var now && now > TimeSpan.Zero)
            {
                log.LockedOut(http, account, email, now);
                return LockedOut(http, now);
            }

            return Problems.Of(Wrong);
        }

        tries.Forget(from, typed, isKnown);
        if (verdict is PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Not through Identity, which would treat it as a new password and end every session.
            var renewed = users.PasswordHasher.HashPassword(account, password);
            await db
                .Users.Where(u => u.Id == account.Id && u.PasswordHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, renewed), ct);
        }

        if (await sessions.ReadAsync(account.Id, ct) is not { } details)
        {
            return Problems.Of(PermissionRefusals.NoWorkspace);
        }

        await signIn.SignInAsync(account, isPersistent: true);
        log.SignedIn(http, account, DeviceName.Of(http.Request.Headers.UserAgent));
        return TypedResults.Ok(details);
    }

    private static ProblemHttpResult LockedOut(HttpContext http, TimeSpan wait)
    {
        var (seconds, minutes) = ((int)Math.Ceiling(wait.TotalSeconds), (int)Math.Ceiling(wait.TotalMinutes));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.Of(
            new RuleViolation(
                "locked-out",
                $"Too many wrong passwords. Try again in {minutes} {(minutes == 1 ? "minute" : "minutes")}."
            ).With(("retryAfterSeconds", seconds))
        );
    }
}
