using Magpie.Core.Clouds;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;

namespace Magpie.Features.Clouds;

/// <summary>A member comes back with a code, which becomes a connection or nothing.</summary>
internal sealed class OAuthCallback(CloudStores stores, OAuthClient oauth, CloudApiClientFactory clients, CloudConnections connections)
{
    // Not cancelled by a closed window: the provider has accepted the code, which works only once.
    public async Task<CloudOutcome> ConnectAsync(CloudSignIn signIn, string code, string verifier)
    {
        var store = stores[signIn.Provider];
        var (tokens, refusal) = await oauth.RedeemAsync(store, code, verifier, signIn.ReturnAddress, CancellationToken.None);
        if (tokens is null)
        {
            return OutcomeOf(refusal!.Code);
        }

        // Tried at once, so that a registration that lacks a permission fails here and not in the first folder.
        var (account, unusable) = await store.NameAccountAsync(clients.For(store, tokens), CancellationToken.None);
        if (unusable is not null)
        {
            await oauth.RevokeAsync(store, tokens, CancellationToken.None);
            return OutcomeOf(unusable.Code);
        }

        var before = await connections.FindAsync(signIn.UserId, signIn.Provider, CancellationToken.None);
        await connections.KeepAsync(signIn.UserId, signIn.Provider, account!, tokens);
        // For the same account, a provider may revoke the new permission together with the old one.
        if (before is (var replaced, { } old) && replaced.Account != account)
        {
            await oauth.RevokeAsync(store, old, CancellationToken.None);
        }

        return CloudOutcome.Connected;
    }

    private static CloudOutcome OutcomeOf(string code) =>
        code switch
        {
            "cloud-not-allowed" => CloudOutcome.Denied,
            "cloud-refuses-server" => CloudOutcome.Refused,
            _ => CloudOutcome.Failed,
        };
}
