using Magpie.Core.Clouds;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;

namespace Magpie.Features.Clouds;

/// <summary>A member is back with a code: it becomes a connection, or nothing.</summary>
internal sealed class OAuthCallback(CloudStores stores, OAuthClient oauth, CloudApiClientFactory clients, CloudConnections connections)
{
    // Not to be stopped by a closed window: the provider has counted the code, and it is good once.
    public async Task<CloudOutcome> ConnectAsync(CloudSignIn signIn, string code, string verifier)
    {
        var store = stores[signIn.Provider];
        var (tokens, refusal) = await oauth.RedeemAsync(store, code, verifier, signIn.ReturnAddress, CancellationToken.None);
        if (tokens is null)
        {
            return OutcomeOf(refusal!.Code);
        }

        // Asked at once, so that a registration that lacks a permission shows here and not in the first folder.
        var (account, unusable) = await store.NameAccountAsync(clients.For(store, tokens), CancellationToken.None);
        if (unusable is not null)
        {
            await oauth.RevokeAsync(store, tokens, CancellationToken.None);
            return OutcomeOf(unusable.Code);
        }

        var before = await connections.FindAsync(signIn.UserId, signIn.Provider, CancellationToken.None);
        await connections.KeepAsync(signIn.UserId, signIn.Provider, account!, tokens);
        // Of the same account a provider may take the new permission back along with the old one.
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
