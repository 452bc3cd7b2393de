namespace Magpie.Model.Accounts;

public enum TokenScope
{
    Read,
    Write,
}

/// <summary>A personal key to the API. Only its SHA-256 is kept; the text is shown once.</summary>
public sealed class AccessToken
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required string Name { get; init; }
    public required TokenScope Scope { get; init; }

    /// <summary>When set, the token reaches this group only.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>SHA-256 of the whole token text, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required DateTime CreatedAt { get; init; }
    public DateTime? LastUsedAt { get; set; }
}
