using Magpie.Model.Media;

namespace Magpie.Model.Posts.Publishing;

/// <summary>
/// A file made for publishing: for one asset in a post, with this crop and trim, for this surface. It can always be made again.
/// </summary>
public sealed class PublishFile
{
    /// <summary>How many days it is kept after it was made.</summary>
    public const int KeepDays = 60;

    public required Guid PostId { get; init; }
    public required Guid AssetId { get; init; }

    /// <summary>16 hex digits that stand for everything it depends on.</summary>
    public required string Version { get; init; }

    public required string BlobKey { get; init; }
    public required MediaFormat Format { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required long Bytes { get; init; }
    public required DateTime MadeAt { get; init; }
}
