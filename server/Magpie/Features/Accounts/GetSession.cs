using Magpie.Model.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Accounts;

internal static class GetSession
{
    public static async Task<Ok<SessionDetails>> HandleAsync(Caller caller, SessionReader sessions, CancellationToken ct) =>
        TypedResults.Ok(await sessions.ReadAsync(caller.UserId, ct, caller.OnlyGroup));
}
