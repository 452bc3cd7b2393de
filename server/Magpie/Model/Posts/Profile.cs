using Magpie.Model.Networks;

namespace Magpie.Model.Posts;

/// <summary>One social account on one network; it belongs to a group.</summary>
public sealed class Profile
{
    public const int MaxHandleLength = 100;
    public const int MaxDisplayNameLength = 100;

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required Network Network { get; init; }

    /// <summary>Without an @.</summary>
    public required string Handle { get; set; }

    /// <summary>What the account calls itself; null when that is the handle.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The IANA name of the zone that its posts are planned in.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Keys such as <c>instagram.reel</c>, of its own network; empty means all of them.</summary>
    public IReadOnlyList<string> Surfaces { get; set; } = [];

    /// <summary>An asset of the group, or null.</summary>
    public Guid? PictureId { get; set; }

    /// <summary>Since when no new posts can be planned on it; null while it is in use.</summary>
    public DateTime? ArchivedAt { get; private set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The first part of its surfaces' keys: <c>instagram</c>.</summary>
    public string NetworkKey => KeyOf(Network);

    public static string KeyOf(Network network) => network.ToString().ToLowerInvariant();

    /// <summary>As people type it: with or without @ and surrounding spaces.</summary>
    public static string CleanHandle(string typed) => typed.Trim().TrimStart('@').Trim();

    public RuleViolation? CheckTakesPosts() =>
        ArchivedAt is null
            ? null
            : new RuleViolation(
                "profile-archived",
                $"*{Handle}* is archived, so nothing new is planned on it. Bring it back first, or choose another profile."
            ).With(("handle", Handle));

    /// <summary>Archiving twice keeps the first time.</summary>
    public void Archive(DateTime now) => ArchivedAt ??= now;

    public void Unarchive() => ArchivedAt = null;
}
