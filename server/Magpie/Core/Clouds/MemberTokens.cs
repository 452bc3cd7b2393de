using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Platform.Clouds;

namespace Magpie.Core.Clouds;

/// <summary>
/// The stored tokens of one member at one provider. They are renewed before they expire, and when the provider no longer accepts them.
/// </summary>
internal sealed class MemberTokens(
    ICloudStore store,
    Guid userId,
    CloudConnections connections,
    OAuthClient oauth,
    TokenRefreshLock refreshLock,
    TimeProvider time
) : IAccessTokens
{
    /// <summary>Tokens that expire sooner than this are renewed, so that they last for the work that is about to start.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    public async Task<(string? Token, Guid Version, RuleViolation? Missing)> FindAsync(Guid? refused, CancellationToken ct)
    {
        var (connection, tokens, missing) = await LoadAsync(ct);
        if (tokens is null || IsGood(connection!, tokens, refused))
        {
            return (tokens?.Access, connection?.Version ?? default, missing);
        }

        using var turn = await refreshLock.TakeAsync(userId, store.Provider, ct);
        (connection, tokens, missing) = await LoadAsync(ct);
        return tokens is null || IsGood(connection!, tokens, refused)
            ? (tokens?.Access, connection?.Version ?? default, missing)
            : await RenewAsync(connection!, tokens);
    }

    // Not cancelled with the request: tokens that the provider has issued must be stored.
    private async Task<(string? Token, Guid Version, RuleViolation? Missing)> RenewAsync(CloudConnection connection, CloudTokens tokens)
    {
        var (renewed, refusal) = tokens.Refresh is { } refresh
            ? await oauth.RefreshAsync(store, refresh, CancellationToken.None)
            : (null, CloudRefusals.ConnectAgain(store.Provider));
        if (refusal is { Code: not "cloud-connect-again" })
        {
            return (null, default, refusal);
        }

        // Changes nothing if another server renewed them first, or the member disconnected or connected again; so what is stored is read
        // again.
        _ = renewed is null ? await connections.EndAsync(connection) : await connections.RenewAsync(connection, renewed);
        var (kept, now, missing) = await LoadAsync(CancellationToken.None);
        return (now?.Access, kept?.Version ?? default, missing);
    }

    public async Task<RuleViolation> EndAsync(Guid version)
    {
        if (
            await connections.FindAsync(userId, store.Provider, CancellationToken.None) is (var connection, _)
            && connection.Version == version
        )
        {
            await connections.EndAsync(connection);
        }

        return CloudRefusals.ConnectAgain(store.Provider);
    }

    private async Task<(CloudConnection? Connection, CloudTokens? Tokens, RuleViolation? Missing)> LoadAsync(CancellationToken ct) =>
        !store.Options.IsConfigured ? (null, null, CloudRefusals.NotConfigured(store.Provider))
        : await connections.FindAsync(userId, store.Provider, ct) is not (var connection, var tokens)
            ? (null, null, CloudRefusals.NotConnected(store.Provider))
        : (connection, tokens, tokens is null ? CloudRefusals.ConnectAgain(store.Provider) : null);

    private bool IsGood(CloudConnection connection, CloudTokens tokens, Guid? refused) =>
        connection.Version != refused && tokens.ExpiresAt - Margin > time.GetUtcNow().UtcDateTime;
}
