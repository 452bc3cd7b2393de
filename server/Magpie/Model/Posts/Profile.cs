namespace Magpie.Model.Posts;

public enum PlatformName { Instagram, Tiktok, Facebook, X, Linkedin, Pinterest, Youtube, Threads, Bluesky, Mastodon }

/// <summary>One social account on one platform; it belongs to a group.</summary>
public sealed class Profile
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required PlatformName Platform { get; init; }

    /// <summary>Without an @.</summary>
    public required string Handle { get; set; }

    public required DateTime CreatedAt { get; init; }
}
