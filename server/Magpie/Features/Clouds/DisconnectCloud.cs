using Magpie.Core.Clouds;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Clouds;

/// <param name="Revoked">Whether the provider has confirmed it. Where not, the member can take Magpie's access away there.</param>
public sealed record DisconnectedCloud(bool Revoked);

/// <summary>Removes a connection here first, then asks the provider to revoke it, whether that works or not.</summary>
internal static class DisconnectCloud
{
    public static async Task<Ok<DisconnectedCloud>> HandleAsync(
        EnumName<CloudProvider> provider,
        Caller caller,
        CloudStores stores,
        CloudConnections connections,
        OAuthClient oauth,
        TimeProvider time
    )
    {
        var found = await connections.FindAsync(caller.UserId, provider.Value, CancellationToken.None);
        await connections.ForgetAsync(caller.UserId, provider.Value);
        if (found is not (_, { } tokens))
        {
            return TypedResults.Ok(new DisconnectedCloud(true)); // There is nothing that could be revoked.
        }

        return TypedResults.Ok(
            new DisconnectedCloud(await RevokeAsync(stores[provider.Value], tokens, oauth, time.GetUtcNow().UtcDateTime))
        );
    }

    /// <summary>Some providers only revoke with a valid token, so an expired one is renewed first.</summary>
    private static async Task<bool> RevokeAsync(ICloudStore store, CloudTokens tokens, OAuthClient oauth, DateTime now)
    {
        if (tokens.ExpiresAt > now && await oauth.RevokeAsync(store, tokens, CancellationToken.None))
        {
            return true;
        }

        if (tokens.Refresh is not { } refresh || !store.Options.IsConfigured)
        {
            return false;
        }

        var (renewed, ended) = await oauth.RefreshAsync(store, refresh, CancellationToken.None);
        return ended is { Code: "cloud-connect-again" }
            || (renewed is not null && await oauth.RevokeAsync(store, renewed, CancellationToken.None));
    }
}
