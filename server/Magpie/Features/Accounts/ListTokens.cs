using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

public sealed record TokenSummary(Guid Id, string Name, TokenScope Scope, Guid? GroupId, DateTime CreatedAt, DateTime? LastUsedAt);

internal static class ListTokens
{
    public static async Task<Ok<Page<TokenSummary>>> HandleAsync(Caller caller, MagpieDbContext db, CancellationToken ct)
    {
        var tokens = await db
            .AccessTokens.Where(t => t.UserId == caller.UserId)
            .OrderByDescending(t => t.CreatedAt)
            .ThenByDescending(t => t.Id)
            .Select(t => new TokenSummary(t.Id, t.Name, t.Scope, t.GroupId, t.CreatedAt, t.LastUsedAt))
            .Take(CreateToken.MaxTokens)
            .ToListAsync(ct);
        return TypedResults.Ok(new Page<TokenSummary>(tokens, NextCursor: null));
    }
}
