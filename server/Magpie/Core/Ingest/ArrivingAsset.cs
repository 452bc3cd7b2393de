using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Media;

namespace Magpie.Core.Ingest;

/// <summary>An asset whose bytes are still on their way here. Sizes in bytes, times in UTC; what is not known yet is null.</summary>
/// <param name="Status">Always <c>processing</c>.</param>
/// <param name="Bytes">As the other server declares it.</param>
/// <param name="SourceUrl">The address it comes from; null where it comes from a cloud.</param>
public record ArrivingAsset(
    Guid Id,
    Guid GroupId,
    string Name,
    MediaKind? Kind,
    MediaFormat? Format,
    string? MediaType,
    long? Bytes,
    AssetStatus Status,
    AssetOrigin Origin,
    string? SourceUrl,
    IReadOnlyList<string> Labels,
    DateTime CreatedAt
)
{
    internal static ArrivingAsset Of(Import import) =>
        new(
            import.Id,
            import.GroupId,
            import.Name,
            import.Format?.Kind(),
            import.Format,
            import.Format?.MediaType(),
            import.TotalBytes,
            AssetStatus.Processing,
            import.Origin,
            import.SourceUrl,
            import.Labels,
            import.CreatedAt
        );
}
