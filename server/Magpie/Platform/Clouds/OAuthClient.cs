using System.Text;
using Magpie.Model;
using Magpie.Platform.Outbound;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Clouds;

/// <summary>The part of OAuth 2 that all providers share (RFC 6749, and RFC 7636 for PKCE).</summary>
internal sealed class OAuthClient(
    OutboundClient outbound,
    IOptions<CloudRequestOptions> options,
    TimeProvider time,
    ILogger<OAuthClient> log
)
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(1);

    public static Uri SignInAddress(ICloudStore store, string state, string challenge, Uri returnAddress) =>
        new(
            QueryHelpers.AddQueryString(
                store.Options.AuthorizeAddress.AbsoluteUri,
                new Dictionary<string, string?>(
                    store.SignInParameters.Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value))
                )
                {
                    ["client_id"] = store.Options.ClientId,
                    ["response_type"] = "code",
                    ["redirect_uri"] = returnAddress.AbsoluteUri,
                    ["state"] = state,
                    ["code_challenge"] = challenge,
                    ["code_challenge_method"] = "S256",
                }
            )
        );

    /// <summary>Exchanges the returned code for tokens.</summary>
    public Task<(CloudTokens? Tokens, RuleViolation? Refusal)> RedeemAsync(
        ICloudStore store,
        string code,
        string verifier,
        string returnAddress,
        CancellationToken ct
    ) =>
        AskAsync(
            store,
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("code_verifier", verifier),
                new("redirect_uri", returnAddress),
            ],
            null,
            ct
        );

    public Task<(CloudTokens? Tokens, RuleViolation? Refusal)> RefreshAsync(ICloudStore store, string refresh, CancellationToken ct) =>
        AskAsync(store, [new("grant_type", "refresh_token"), new("refresh_token", refresh)], refresh, ct);

    /// <summary>Whether the provider has confirmed it.</summary>
    public async Task<bool> RevokeAsync(ICloudStore store, CloudTokens tokens, CancellationToken ct)
    {
        try
        {
            using var answer = await outbound.SendAsync(store.Revoke(tokens) with { Timeout = options.Value.Timeout }, ct);
            return answer.Fault is null;
        }
        catch (OutboundException)
        {
            return false;
        }
    }

    public static ReadOnlyMemory<byte> Form(IEnumerable<KeyValuePair<string, string>> fields) =>
        Encoding.ASCII.GetBytes(
            string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))
        );

    private async Task<(CloudTokens? Tokens, RuleViolation? Refusal)> AskAsync(
        ICloudStore store,
        List<KeyValuePair<string, string>> fields,
        string? refresh,
        CancellationToken ct
    )
    {
        fields.Add(new("client_id", store.Options.ClientId!));
        if (store.Options.ClientSecret is { Length: > 0 } secret)
        {
            fields.Add(new("client_secret", secret));
        }

        try
        {
            using var answer = await outbound.SendAsync(
                new(store.Options.TokenAddress)
                {
                    Method = HttpMethod.Post,
                    Body = Form(fields),
                    BodyType = "application/x-www-form-urlencoded",
                    Timeout = options.Value.Timeout,
                },
                ct
            );
            var told = await CloudBody.ReadAsync(answer) is { } body ? CloudBody.Parse<TokenAnswer>(body, CloudBody.Snake) : null;
            if (answer.Fault is not null || told?.AccessToken is not { Length: > 0 } access)
            {
                log.LogWarning("{Provider} gave no token: {Status} {Error}", store.Provider, (int)answer.Status, told?.Error);
                return (null, RefusalOf(store, told?.Error));
            }

            var life = TimeSpan.FromSeconds(
                Math.Clamp(told.ExpiresIn ?? 3600, ShortestLife.TotalSeconds, TimeSpan.FromDays(365).TotalSeconds)
            );
            var tokens = new CloudTokens(access, told.RefreshToken ?? refresh, time.GetUtcNow().UtcDateTime + life);
            if (refresh is null && !store.IsEnough(told.Scope))
            {
                await RevokeAsync(store, tokens, CancellationToken.None);
                return (null, CloudRefusals.NotAllowed(store.Provider));
            }

            return (tokens, null);
        }
        catch (OutboundException)
        {
            return (null, CloudRefusals.Failed(store.Provider));
        }
    }

    private static RuleViolation RefusalOf(ICloudStore store, string? error) =>
        error switch
        {
            "invalid_grant" => CloudRefusals.ConnectAgain(store.Provider),
            "invalid_client" or "unauthorized_client" => CloudRefusals.ServerRefused(store.Provider),
            _ => CloudRefusals.Failed(store.Provider),
        };

    private sealed record TokenAnswer(string? AccessToken, string? RefreshToken, double? ExpiresIn, string? Scope, string? Error);
}
