namespace Magpie.Model.Accounts;

/// <summary>What a session began with.</summary>
public enum SessionOrigin
{
    Password,
    Setup,
}

/// <summary>A browser that is signed in. The session lasts as long as this row exists, whatever the cookie says.</summary>
public sealed class Session
{
    public const int MaxDeviceLength = 60;
    public const int MaxAddressLength = 64;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required SessionOrigin Origin { get; init; }

    /// <summary>The account's security stamp at sign-in. A new password changes the stamp, which ends every older session.</summary>
    public required string Stamp { get; init; }

    /// <summary>Such as "Chrome on Windows".</summary>
    public required string Device { get; init; }

    /// <summary>From where it was last used.</summary>
    public required string Address { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Accurate to a few minutes, because not every request writes it.</summary>
    public required DateTime LastSeenAt { get; set; }
}
