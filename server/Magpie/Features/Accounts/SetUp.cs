using System.ComponentModel.DataAnnotations;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Magpie.Features.Accounts;

public sealed record SetUpRequest(
    [property: Required, EmailAddress, StringLength(256), PlainText] string Email,
    [property: Required, StringLength(200, MinimumLength = 10, ErrorMessage = "Use 10 to 200 characters.")] string Password,
    [property: Required, StringLength(100), PlainText] string Name,
    [property: StringLength(100)] string? Code = null
);

internal static class SetUp
{
    private const string WrongCode = "This isn’t the code. Find it in the server’s log; there’s a new one after each restart.";

    public static async Task<Results<Ok<SessionDetails>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        SetUpRequest request,
        HttpContext http,
        SignInLimit limit,
        SetupCode code,
        OwnerCreation owners,
        SignInManager<Account> signIn,
        SessionReader sessions,
        SignInLog log,
        CancellationToken ct
    )
    {
        if (limit.Refusal(http) is { } refused)
        {
            return Problems.Of(refused);
        }

        // If there is an owner, the answer says so, and a code is of no use to anybody.
        if (!http.IsLocal() && await owners.IsNeededAsync(ct))
        {
            if (!code.MayTry(http))
            {
                return Problems.Of(SignInLimit.TooMany);
            }

            if (!code.Is(request.Code))
            {
                log.WrongSetupCode(http);
                return Invalid([("code", "setup-code", WrongCode)]);
            }
        }

        var (owner, violation, errors) = await owners.CreateAsync(request.Email.Trim(), request.Password, request.Name.Trim(), ct);
        if (violation is not null)
        {
            return Problems.Of(violation);
        }

        if (owner is null)
        {
            return Invalid([
                .. errors.Select(error =>
                    (
                        error.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "email",
                        CodeOf(error.Code) ?? FieldErrors.Of(error.Description).Code,
                        error.Description
                    )
                ),
            ]);
        }

        log.SetUp(http, owner);
        await signIn.SignInAsync(owner, isPersistent: true);
        return TypedResults.Ok((await sessions.ReadAsync(owner.Id, ct))!);
    }

    private static string? CodeOf(string identityCode) =>
        identityCode switch
        {
            "PasswordCommon" => "password-common",
            "PasswordIsAddress" => "password-is-address",
            "DuplicateEmail" or "DuplicateUserName" => "email-taken",
            "InvalidEmail" or "InvalidUserName" => "email",
            _ => null,
        };

    private static ValidationProblem Invalid(IReadOnlyList<(string Field, string Code, string Sentence)> errors)
    {
        var fields = errors.ToLookup(error => error.Field);
        return TypedResults.ValidationProblem(
            fields.ToDictionary(field => field.Key, field => field.Select(error => error.Sentence).ToArray()),
            extensions: new Dictionary<string, object?>
            {
                [FieldErrors.Member] = fields.ToDictionary(
                    field => field.Key,
                    field => field.Select(error => FieldErrors.Of(error.Sentence) with { Code = error.Code }).ToArray()
                ),
            }
        );
    }
}
