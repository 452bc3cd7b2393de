using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Accounts;

public sealed record SetupState(bool Required);

internal static class GetSetup
{
    public static async Task<Ok<SetupState>> HandleAsync(OwnerCreation owners, CancellationToken ct) =>
        TypedResults.Ok(new SetupState(await owners.IsNeededAsync(ct)));
}
