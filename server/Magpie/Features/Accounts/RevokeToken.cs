using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

internal static class RevokeToken
{
    public static async Task<Results<NoContent, NotFound>> HandleAsync(
        Guid tokenId,
        Caller caller,
        MagpieDbContext db,
        CancellationToken ct
    ) =>
        await db.AccessTokens.Where(t => t.Id == tokenId && t.UserId == caller.UserId).ExecuteDeleteAsync(ct) == 0
            ? TypedResults.NotFound()
            : TypedResults.NoContent();
}
