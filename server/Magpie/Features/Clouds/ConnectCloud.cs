using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;
using Magpie.Platform.Web;
using Magpie.Platform.Web.Doors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Clouds;

/// <param name="Address">Where the member's browser shall go now.</param>
public sealed record CloudSignInStart(Uri Address);

/// <summary>Sends a member to a provider to allow Magpie to read their files.</summary>
internal static class ConnectCloud
{
    public static async Task<Results<Ok<CloudSignInStart>, ProblemHttpResult>> HandleAsync(
        EnumName<CloudProvider> provider,
        Caller caller,
        HttpContext http,
        PublicAddress address,
        CloudStores stores,
        OAuthStates states,
        CancellationToken ct
    )
    {
        var store = stores[provider.Value];
        if (!store.Options.IsConfigured)
        {
            return Problems.Of(CloudRefusals.NotConfigured(provider.Value));
        }

        if (address.For(http) is not { } root)
        {
            return Problems.Of(CloudRefusals.NoPublicAddress);
        }

        var returnAddress = new Uri($"{root}/api/clouds/{CloudEntry.NameOf(provider.Value)}/callback");
        var (state, verifier, challenge) = await states.BeginAsync(caller.UserId, provider.Value, returnAddress, ct);
        CloudCookie.Set(http, provider.Value, verifier);
        return TypedResults.Ok(new CloudSignInStart(OAuthClient.SignInAddress(store, state, challenge, returnAddress)));
    }
}
