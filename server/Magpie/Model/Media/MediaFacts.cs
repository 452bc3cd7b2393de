namespace Magpie.Model.Media;

/// <summary>What is known of a file once it is processed.</summary>
/// <param name="Width">Pixels as displayed, after EXIF orientation or display-matrix rotation.</param>
/// <param name="Height">Pixels as displayed, after EXIF orientation or display-matrix rotation.</param>
/// <param name="DurationSeconds">Videos and animations; null for still pictures.</param>
/// <param name="FrameRate">Average frames a second of a video; null for images.</param>
/// <param name="VideoCodec">As ffprobe names it (<c>h264</c>, <c>hevc</c>, …); null for images.</param>
/// <param name="AudioCodec">As ffprobe names it; null where there is no sound.</param>
/// <param name="Animated">True for a GIF, WebP or APNG of more than one frame.</param>
/// <param name="CapturedAt">When it was taken, in UTC; null when the file does not give the time zone of the camera's clock.</param>
/// <param name="Camera">Make and model, at most 100 characters.</param>
/// <param name="CapturedLocal">The camera's local time, without a time zone; null when only the moment is known.</param>
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
