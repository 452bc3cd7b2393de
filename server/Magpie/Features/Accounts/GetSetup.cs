using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Accounts;

/// <param name="CodeRequired">Whoever asks has to bring the code that the server's log shows.</param>
public sealed record SetupState(bool Required, bool CodeRequired);

internal static class GetSetup
{
    public static async Task<Ok<SetupState>> HandleAsync(HttpContext http, OwnerCreation owners, CancellationToken ct)
    {
        var required = await owners.IsNeededAsync(ct);
        return TypedResults.Ok(new SetupState(required, required && !http.IsLocal()));
    }
}
