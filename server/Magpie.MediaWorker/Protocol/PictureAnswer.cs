namespace Magpie.MediaWorker.Protocol;

/// <summary>What became of a <see cref="PictureRequest"/>.</summary>
/// <param name="Picture">Null when there is a fault or a failure.</param>
/// <param name="Placeholder">A WebP of 16 px; null when only a check was asked for.</param>
/// <param name="Files">What was written to the <c>out</c> folder.</param>
/// <param name="Fault">The file is at fault: one of <see cref="PictureFaults"/>.</param>
/// <param name="Failure">The file is not at fault; words for the log.</param>
internal sealed record PictureAnswer(PictureDescription? Picture, byte[]? Placeholder, PictureFile[] Files, string? Fault, string? Failure);

/// <summary>What the picture says of itself.</summary>
/// <param name="Width">As displayed.</param>
/// <param name="Height">As displayed.</param>
/// <param name="Frames">1 for a still picture.</param>
/// <param name="DurationSeconds">All frames of an animation together; null for a still picture.</param>
/// <param name="Captured">Null where it says nothing of its time.</param>
/// <param name="Camera">Make and model, without control characters, at most 100 characters.</param>
internal sealed record PictureDescription(
    int Width,
    int Height,
    int Frames,
    double? DurationSeconds,
    CaptureTime? Captured,
    string? Camera
);

/// <summary>A rendition that was written.</summary>
/// <param name="Name">Inside the <c>out</c> folder.</param>
/// <param name="Kind"><c>thumb</c>, <c>hover</c>, or the name that was asked for the large one.</param>
/// <param name="Width">Of one frame.</param>
/// <param name="Height">Of one frame.</param>
internal sealed record PictureFile(string Name, string Kind, int Width, int Height);
