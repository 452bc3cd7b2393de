using Magpie.Model.Accounts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Accounts;

internal static class GetSession
{
    public static async Task<Results<Ok<SessionDetails>, ProblemHttpResult>> HandleAsync(
        Caller caller,
        SessionReader sessions,
        CancellationToken ct
    ) =>
        await sessions.ReadAsync(caller.UserId, ct, caller.OnlyGroup) is { } details
            ? TypedResults.Ok(details)
            : Problems.Of(PermissionRefusals.NoWorkspace);
}
