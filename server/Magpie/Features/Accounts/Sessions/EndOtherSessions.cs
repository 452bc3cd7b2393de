using Magpie.Model.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Accounts.Sessions;

/// <summary>All but the one that asks; ending that one as well is signing out everywhere.</summary>
internal static class EndOtherSessions
{
    public static async Task<NoContent> HandleAsync(Caller caller, SessionStore store, CancellationToken ct)
    {
        await store.EndAllAsync(caller.UserId, ct, except: caller.SessionId);
        return TypedResults.NoContent();
    }
}
