using Magpie.Model.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Accounts.Sessions;

internal static class EndSession
{
    public static async Task<Results<NoContent, NotFound>> HandleAsync(
        Guid sessionId,
        Caller caller,
        SessionBook book,
        CancellationToken ct
    ) => await book.EndAsync(sessionId, caller.UserId, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
}
