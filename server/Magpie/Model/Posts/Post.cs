namespace Magpie.Model.Posts;

public enum PostState { Draft, Scheduled, Due, Published, Missed }

/// <summary>A plan to publish assets on one profile. A post is not an asset: changing one never changes the other.</summary>
public sealed class Post
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid GroupId { get; init; }
    public required Guid ProfileId { get; init; }
    public required PostState State { get; set; }

    /// <summary>UTC; null for a draft without a time.</summary>
    public DateTime? ScheduledAt { get; set; }

    public required DateTime CreatedAt { get; init; }
    public List<PostAsset> Assets { get; private init; } = [];
}

/// <summary>An asset in a post. By the asset's position, like all that lists ask for.</summary>
public sealed class PostAsset
{
    public required Guid PostId { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>The asset's position.</summary>
    public required long Position { get; init; }

    /// <summary>Of the post; kept here so that "used on this profile" is one walk.</summary>
    public required Guid ProfileId { get; init; }
}
