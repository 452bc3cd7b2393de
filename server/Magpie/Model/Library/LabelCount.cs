using Magpie.Model.Media;

namespace Magpie.Model.Library;

/// <summary>How many assets with a label arrived in a month, by kind. Maintained by database triggers; the trash does not count.</summary>
public sealed class LabelCount
{
    public required long LabelId { get; init; }

    /// <summary><c>202611</c>, in UTC.</summary>
    public required int Month { get; init; }

    public required MediaKind Kind { get; init; }
    public required int Count { get; init; }
}
