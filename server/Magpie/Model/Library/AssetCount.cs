using Magpie.Model.Media;

namespace Magpie.Model.Library;

/// <summary>
/// How many assets a group received in a month, by kind and status. Maintained by database triggers; the trash does not count.
/// </summary>
public sealed class AssetCount
{
    public required Guid GroupId { get; init; }

    /// <summary><c>202611</c>, in UTC.</summary>
    public required int Month { get; init; }

    public required MediaKind Kind { get; init; }
    public required AssetStatus Status { get; init; }
    public required int Count { get; init; }
}
