using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Magpie.Tests.Features.Clouds;

/// <summary>
/// The authorization server of a provider: code with PKCE (RFC 6749, RFC 7636), refresh and revocation. It believes nothing: client,
/// redirect address, challenge and verifier must fit together, and a code is good once.
/// </summary>
public sealed class GrantStandIn
{
    public const string ClientId = "client-of-magpie";
    public const string ClientSecret = "secret-of-magpie";

    private readonly ConcurrentDictionary<string, (string Challenge, string ReturnAddress)> codes = new();
    private readonly ConcurrentDictionary<string, string> accessTokens = new(); // And the refresh token that each belongs to.
    private readonly ConcurrentDictionary<string, bool> refreshTokens = new();
    private int refreshes;

    public GrantStandIn(SourceServer source, string folder)
    {
        AuthorizeAddress = source.Page($"{folder}/authorize", AuthorizeAsync);
        TokenAddress = source.Page($"{folder}/token", TokenAsync);
    }

    public string AuthorizeAddress { get; }

    public string TokenAddress { get; }

    /// <summary>What it answers instead of a code.</summary>
    public string? Error { get; set; }

    /// <summary>How long access tokens last, as it says.</summary>
    public int LifetimeSeconds { get; set; } = 3600;

    /// <summary>Of the next grant; null: not told.</summary>
    public string? Scope { get; set; }

    public int Refreshes => Volatile.Read(ref refreshes);

    public IReadOnlyDictionary<string, string> LastAsked { get; private set; } = new Dictionary<string, string>();

    /// <summary>Every secret that was ever given out.</summary>
    public ConcurrentBag<string> GivenOut { get; } = [];

    /// <summary>It gives tokens out, and takes none of them.</summary>
    public bool TakesNone { get; set; }

    /// <summary>Permissions that hold.</summary>
    public int Granted => refreshTokens.Count;

    public bool Knows(HttpContext http) =>
        !TakesNone
        && http.Request.Headers.Authorization.ToString() is var sent
        && sent.StartsWith("Bearer ", StringComparison.Ordinal)
        && accessTokens.ContainsKey(sent["Bearer ".Length..]);

    public bool IsGranted => !refreshTokens.IsEmpty;

    /// <summary>Access tokens are over before their time; refresh tokens hold.</summary>
    public void EndAccess() => accessTokens.Clear();

    /// <summary>The member has taken the permission back.</summary>
    public void EndAll() => (_, _) = (Clear(accessTokens), Clear(refreshTokens));

    public bool Revoke(string token)
    {
        var refresh = refreshTokens.ContainsKey(token) ? token : accessTokens.GetValueOrDefault(token);
        if (refresh is null)
        {
            return false;
        }

        refreshTokens.TryRemove(refresh, out _);
        foreach (var (access, _) in accessTokens.Where(one => one.Value == refresh))
        {
            accessTokens.TryRemove(access, out _);
        }

        return true;
    }

    private static bool Clear<T>(ConcurrentDictionary<string, T> tokens)
    {
        tokens.Clear();
        return true;
    }

    private Task AuthorizeAsync(HttpContext http)
    {
        var asked = http.Request.Query.ToDictionary(one => one.Key, one => one.Value.ToString());
        LastAsked = asked;
        if (
            asked["client_id"] != ClientId
            || asked["response_type"] != "code"
            || asked["code_challenge_method"] != "S256"
            || asked["code_challenge"].Length != 43
        )
        {
            http.Response.StatusCode = 400;
            return Task.CompletedTask;
        }

        var code = New("code");
        codes[code] = (asked["code_challenge"], asked["redirect_uri"]);
        http.Response.Redirect(
            $"{asked["redirect_uri"]}?{(Error is { } error ? $"error={error}" : $"code={code}")}&state={Uri.EscapeDataString(asked["state"])}"
        );
        return Task.CompletedTask;
    }

    private async Task TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
        {
            await FailAsync(http, 401, "invalid_client");
        }
        else if (form["grant_type"] == "authorization_code")
        {
            var verifier = form["code_verifier"].ToString();
            var fits =
                codes.TryRemove(form["code"].ToString(), out var wanted)
                && wanted.ReturnAddress == form["redirect_uri"]
                && wanted.Challenge == Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
            var refresh = New("refresh");
            refreshTokens[refresh] = true;
            await (fits ? GiveAsync(http, refresh, isNew: true) : FailAsync(http, 400, "invalid_grant"));
        }
        else
        {
            Interlocked.Increment(ref refreshes);
            var refresh = form["refresh_token"].ToString();
            await (refreshTokens.ContainsKey(refresh) ? GiveAsync(http, refresh, isNew: false) : FailAsync(http, 400, "invalid_grant"));
        }
    }

    private Task GiveAsync(HttpContext http, string refresh, bool isNew)
    {
        var access = New("access");
        accessTokens[access] = refresh;
        return http.Response.WriteAsJsonAsync(
            new Dictionary<string, object?>
            {
                ["access_token"] = access,
                ["expires_in"] = LifetimeSeconds,
                ["token_type"] = "Bearer",
                ["scope"] = Scope,
                [isNew ? "refresh_token" : "issued"] = isNew ? refresh : "again",
            }
        );
    }

    private static Task FailAsync(HttpContext http, int status, string error)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error, error_description = "As the test wants it." });
    }

    private string New(string kind)
    {
        var secret = $"{kind}-{Guid.NewGuid():n}";
        GivenOut.Add(secret);
        return secret;
    }
}
