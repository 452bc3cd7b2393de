using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

public sealed record CreateTokenRequest(
    [property: Required, StringLength(100), PlainText] string Name,
    TokenScope Scope,
    Guid? GroupId = null
);

/// <param name="Token">Shown this once; only its hash is kept.</param>
public sealed record CreatedToken(Guid Id, string Name, TokenScope Scope, Guid? GroupId, DateTime CreatedAt, string Token);

internal static class CreateToken
{
    public const int MaxTokens = 100;

    public static async Task<Results<Created<CreatedToken>, ProblemHttpResult>> HandleAsync(
        CreateTokenRequest request,
        Caller caller,
        MagpieDbContext db,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (request.GroupId is { } group && await db.FindMembershipAsync(caller, group, ct) is null)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HoldMemberAsync(caller.UserId);
        if (await db.AccessTokens.CountAsync(t => t.UserId == caller.UserId, ct) >= MaxTokens)
        {
            return Problems.Of(
                new RuleViolation("too-many-tokens", $"You have {MaxTokens} tokens. Revoke one that is no longer used.").With(
                    ("limit", MaxTokens)
                )
            );
        }

        var text = TokenAuthentication.NewText();
        var token = new AccessToken
        {
            UserId = caller.UserId,
            Name = request.Name.Trim(),
            Scope = request.Scope,
            GroupId = request.GroupId,
            Hash = TokenAuthentication.HashOf(text),
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        db.AccessTokens.Add(token);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return TypedResults.Created(
            (string?)null,
            new CreatedToken(token.Id, token.Name, token.Scope, token.GroupId, token.CreatedAt, text)
        );
    }
}
