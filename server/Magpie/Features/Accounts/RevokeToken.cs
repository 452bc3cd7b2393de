using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

internal static class RevokeToken
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid tokenId,
        Caller caller,
        MagpieDbContext db,
        CancellationToken ct
    ) =>
        await db.AccessTokens.Where(t => t.Id == tokenId && t.UserId == caller.UserId).ExecuteDeleteAsync(ct) == 0
            ? Problems.Of(RuleViolation.NotFound)
            : TypedResults.NoContent();
}
