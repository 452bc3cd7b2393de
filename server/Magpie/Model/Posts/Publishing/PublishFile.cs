using Magpie.Model.Media;

namespace Magpie.Model.Posts.Publishing;

/// <summary>
/// A file that was made for publishing: the one of an asset in a post, as long as it is held with this crop and trim, for this surface. It
/// can always be made again.
/// </summary>
public sealed class PublishFile
{
    /// <summary>Days that it is kept after it was made.</summary>
    public const int KeepDays = 60;

    public required Guid PostId { get; init; }
    public required Guid AssetId { get; init; }

    /// <summary>16 hex digits of all that it depends on.</summary>
    public required string Version { get; init; }

    public required string BlobKey { get; init; }
    public required MediaFormat Format { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required long Bytes { get; init; }
    public required DateTime MadeAt { get; init; }
}
