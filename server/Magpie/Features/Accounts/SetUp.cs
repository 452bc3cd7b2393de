using System.ComponentModel.DataAnnotations;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Magpie.Features.Accounts;

public sealed record SetUpRequest(
    [property: Required, EmailAddress, StringLength(256), PlainText] string Email,
    [property: Required, StringLength(200, MinimumLength = 10, ErrorMessage = "Use 10 to 200 characters.")] string Password,
    [property: Required, StringLength(100), PlainText] string Name);

internal static class SetUp
{
    public static async Task<Results<Ok<SessionDetails>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        SetUpRequest request, OwnerCreation owners, SignInManager<Account> signIn, SessionReader sessions, CancellationToken ct)
    {
        var (owner, violation, errors) = await owners.CreateAsync(request.Email.Trim(), request.Password, request.Name.Trim(), ct);
        if (violation is not null)
        {
            return Problems.Of(violation);
        }

        if (owner is null)
        {
            return TypedResults.ValidationProblem(errors
                .GroupBy(error => error.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "email", error => error.Description)
                .ToDictionary(field => field.Key, field => field.ToArray()));
        }

        await signIn.SignInAsync(owner, isPersistent: true);
        return TypedResults.Ok(await sessions.ReadAsync(owner.Id, ct));
    }
}
