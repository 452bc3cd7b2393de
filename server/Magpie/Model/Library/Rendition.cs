using Magpie.Model.Media;

namespace Magpie.Model.Library;

public sealed class Rendition
{
    public required Guid AssetId { get; init; }
    public required RenditionKind Kind { get; init; }
    public required string BlobKey { get; init; }
    public required string MediaType { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required long Bytes { get; init; }

    /// <summary>The first 16 hex digits of the SHA-256 of its bytes: the version in its address, and its ETag.</summary>
    public required string Version { get; init; }
}
