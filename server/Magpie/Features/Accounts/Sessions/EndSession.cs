using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Accounts.Sessions;

internal static class EndSession
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid sessionId,
        Caller caller,
        SessionStore store,
        CancellationToken ct
    ) => await store.EndAsync(sessionId, caller.UserId, ct) ? TypedResults.NoContent() : Problems.Of(RuleViolation.NotFound);
}
