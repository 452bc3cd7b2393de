using Magpie.Model.Media;

namespace Magpie.Model.Networks;

/// <summary>What rules are checked against. Null means unknown, and is never a violation.</summary>
/// <param name="Width">Pixels as displayed.</param>
/// <param name="Height">Pixels as displayed.</param>
/// <param name="VideoCodec">As ffprobe names it.</param>
/// <param name="AudioCodec">As ffprobe names it; null also where there is no sound.</param>
public sealed record MediaSpec(
    MediaFormat Format,
    long Bytes,
    int? Width,
    int? Height,
    double? DurationSeconds = null,
    double? FrameRate = null,
    string? VideoCodec = null,
    string? AudioCodec = null,
    bool Animated = false
)
{
    public MediaKind Kind => Format.Kind();

    /// <summary>Null unless both sides are known.</summary>
    public PixelSize? Size => Width is > 0 && Height is > 0 ? new(Width.Value, Height.Value) : null;
}
