namespace Magpie.Model.Imports;

/// <summary>
/// A member has allowed Magpie to read their files at a provider. It belongs to the member alone, whatever groups they share.
/// </summary>
public sealed class CloudConnection
{
    public const int MaxAccountLength = 200;

    public required Guid UserId { get; init; }
    public required CloudProvider Provider { get; init; }

    /// <summary>
    /// The account at the provider, as the provider names it. Shown so that somebody with several accounts can tell which one this is.
    /// </summary>
    public required string Account { get; init; }

    /// <summary>Encrypted. Null when the provider has revoked the access; only the member can connect again.</summary>
    public string? Tokens { get; init; }

    /// <summary>Changes with the tokens, so that when two requests renew them at once, one wins and the other notices.</summary>
    public required Guid Version { get; init; }

    public required DateTime ConnectedAt { get; init; }
}

/// <summary>A member who is on the way to a provider and back. Can be used once, by the browser that started.</summary>
public sealed class CloudSignIn
{
    /// <summary>SHA-256 of the state that the provider hands back.</summary>
    public required string StateHash { get; init; }

    public required Guid UserId { get; init; }
    public required CloudProvider Provider { get; init; }

    /// <summary>
    /// The PKCE challenge (S256) that the provider was given. The verifier is only in a cookie of the browser that started.
    /// </summary>
    public required string Challenge { get; init; }

    /// <summary>Where the provider was asked to send the member back to.</summary>
    public required string ReturnAddress { get; init; }

    public required DateTime ExpiresAt { get; init; }
}
