namespace Magpie.Model.Imports;

/// <summary>That a member lets Magpie read their files at a provider. It is theirs alone, whatever groups they share.</summary>
public sealed class CloudConnection
{
    public const int MaxAccountLength = 200;

    public required Guid UserId { get; init; }
    public required CloudProvider Provider { get; init; }

    /// <summary>Whose account it is there, as the provider says: shown, so that a person with several can tell.</summary>
    public required string Account { get; init; }

    /// <summary>Encrypted. Null: the provider has ended it, and only the member can begin it anew.</summary>
    public string? Tokens { get; init; }

    /// <summary>New with each change of the tokens, so that of two that renew them at once one wins and the other sees it.</summary>
    public required Guid Version { get; init; }

    public required DateTime ConnectedAt { get; init; }
}

/// <summary>A member on their way to a provider and back. Taken once, by the browser that set out.</summary>
public sealed class CloudSignIn
{
    /// <summary>SHA-256 of the state that the provider hands back.</summary>
    public required string StateHash { get; init; }

    public required Guid UserId { get; init; }
    public required CloudProvider Provider { get; init; }

    /// <summary>What the provider was told (PKCE, S256). Its counterpart lies only in a cookie of the browser that set out.</summary>
    public required string Challenge { get; init; }

    /// <summary>Where the provider was asked to send the member back to.</summary>
    public required string ReturnAddress { get; init; }

    public required DateTime ExpiresAt { get; init; }
}
