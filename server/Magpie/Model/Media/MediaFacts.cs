namespace Magpie.Model.Media;

/// <summary>What a file says of itself once it was understood.</summary>
/// <param name="Width">Pixels as displayed, after EXIF orientation or display-matrix rotation.</param>
/// <param name="Height">Pixels as displayed, after EXIF orientation or display-matrix rotation.</param>
/// <param name="DurationSeconds">Videos and animations; null for still pictures.</param>
/// <param name="FrameRate">Average frames a second of a video; null for images.</param>
/// <param name="VideoCodec">As ffprobe names it (<c>h264</c>, <c>hevc</c>, …); null for images.</param>
/// <param name="AudioCodec">As ffprobe names it; null where there is no sound.</param>
/// <param name="Animated">True for a GIF, WebP or APNG of more than one frame.</param>
/// <param name="CapturedAt">The moment it was taken, in UTC; null where the file does not say how far the camera's clock was from
/// it.</param>
/// <param name="Camera">Make and model, at most 100 characters.</param>
/// <param name="CapturedLocal">What the camera's own clock showed, of no zone; null where only the moment is known.</param>
public sealed record MediaFacts(
    int Width,
    int Height,
    double? DurationSeconds,
    double? FrameRate,
    string? VideoCodec,
    string? AudioCodec,
    bool Animated,
    DateTime? CapturedAt,
    string? Camera,
    DateTime? CapturedLocal = null
);
