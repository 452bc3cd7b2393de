namespace Magpie.Model.Accounts;

/// <summary>What a session began with.</summary>
public enum SessionOrigin
{
    Password,
    Setup,
}

/// <summary>A browser that is signed in. It is for as long as this row is there, whatever the cookie says.</summary>
public sealed class Session
{
    public const int MaxDeviceLength = 60;
    public const int MaxAddressLength = 64;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required SessionOrigin Origin { get; init; }

    /// <summary>
    /// The account's security stamp as it was. A new password makes another one, and no session of before it is one any more.
    /// </summary>
    public required string Stamp { get; init; }

    /// <summary>Such as "Chrome on Windows".</summary>
    public required string Device { get; init; }

    /// <summary>From where it was last used.</summary>
    public required string Address { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Some minutes exact: not every request writes.</summary>
    public required DateTime LastSeenAt { get; set; }
}
