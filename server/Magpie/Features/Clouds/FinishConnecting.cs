using System.Security.Claims;
using System.Text.Json;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Clouds;

/// <summary>How connecting ended; the page has the sentences.</summary>
public enum CloudOutcome
{
    Connected,
    Denied,
    Expired,
    Failed,
    Refused,
}

/// <summary>
/// Where a provider sends a member's browser back to. A person always looks at the answer, so it redirects to the library, which says how
/// it went.
/// </summary>
internal static class FinishConnecting
{
    /// <summary>A link preview that only looks where the address leads must not use it up.</summary>
    public static IResult Describe() => TypedResults.Redirect("/library");

    public static async Task<RedirectHttpResult> HandleAsync(
        EnumName<CloudProvider> provider,
        string? code,
        string? state,
        string? error,
        HttpContext http,
        OAuthStates states,
        OAuthCallback callback,
        CancellationToken ct
    )
    {
        var verifier = CloudCookie.Take(http, provider.Value);
        var signIn =
            Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId) && state is not null && verifier is not null
                ? await states.TakeAsync(userId, provider.Value, state, verifier, ct)
                : null;
        var outcome =
            signIn is null ? CloudOutcome.Expired
            : code is not null ? await callback.ConnectAsync(signIn, code, verifier!)
            : error is "access_denied" ? CloudOutcome.Denied
            : CloudOutcome.Failed;

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Redirect(
            $"/library?import={CloudEntry.NameOf(provider.Value)}&outcome={JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString())}"
        );
    }
}
