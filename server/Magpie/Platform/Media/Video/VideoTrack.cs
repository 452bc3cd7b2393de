using Magpie.MediaWorker.Protocol;

namespace Magpie.Platform.Media.Video;

/// <summary>The picture track of a video.</summary>
/// <param name="Index">Among all streams of the file.</param>
/// <param name="Codec">As ffprobe names it.</param>
/// <param name="PixelFormat">As ffprobe names it, for example <c>yuv420p</c>.</param>
/// <param name="Width">Pixels after rotation, which need not be square.</param>
/// <param name="Height">Pixels after rotation.</param>
/// <param name="Rotates">Whether its display matrix is to be obeyed.</param>
/// <param name="IsUpright">Whether it needs no rotation at all.</param>
/// <param name="PixelAspect">Width of a pixel for a height of 1, after rotation.</param>
/// <param name="FrameRate">Average; null where it says nothing sane.</param>
/// <param name="Seconds">Of the track alone; null where it says nothing sane.</param>
/// <param name="Start">When its first picture is shown, in seconds; null where it does not say.</param>
/// <param name="Transfer">How light is coded, as ffprobe names it.</param>
/// <param name="Matrix">How colour is coded, as ffprobe names it.</param>
internal sealed record VideoTrack(
    int Index,
    string Codec,
    string PixelFormat,
    int Width,
    int Height,
    bool Rotates,
    bool IsUpright,
    double PixelAspect,
    double? FrameRate,
    double? Seconds,
    double? Start,
    string? Transfer,
    string? Matrix
)
{
    /// <summary>Whether the file says that it goes on in another way somewhere, which no copy can say.</summary>
    public bool ChangesCoding { get; init; }

    /// <summary>Whether a WebM says how transparent its pictures are, beside each of them.</summary>
    public bool IsTransparent { get; init; }

    /// <summary>Whether it was made for screens that are brighter than usual, and has to be toned down for others.</summary>
    public bool IsHdr => Transfer is "smpte2084" or "arib-std-b67";

    /// <summary>
    /// Whether its pictures stand so long that a cut would fall between two of them, and what begins there would show nothing.
    /// They are then repeated: an encoder takes next to nothing for that.
    /// </summary>
    public bool IsSlow => FrameRate < 5;

    /// <summary>
    /// The size that fits a square of <paramref name="side"/> px, with square pixels, never enlarged, in steps of 2 where an encoder needs
    /// even numbers.
    /// </summary>
    public (int Width, int Height) Fit(int side, int step)
    {
        // Wide pixels widen and tall pixels heighten, as browsers do; nothing gets lost.
        var width = Width * Math.Max(PixelAspect, 1);
        var height = Height / Math.Min(PixelAspect, 1);
        var scale = Math.Min(1, side / Math.Max(width, height));
        return (Whole(width * scale), Whole(height * scale));

        int Whole(double length) => Math.Max(step, (int)Math.Round(length / step) * step);
    }
}

/// <param name="Index">Among all streams of the file.</param>
/// <param name="Codec">As ffprobe names it.</param>
/// <param name="IsDefault">Whether players take it where nobody chooses.</param>
/// <param name="Start">When it begins, in seconds; null where it does not say.</param>
/// <param name="HeadBytes">Of what the file says of how to decode it; 0 where that is unknown.</param>
internal sealed record SoundTrack(int Index, string Codec, bool IsDefault, double? Start, int HeadBytes);

/// <summary>A video by its headers. <c>Seconds</c> is of the whole file, and null where it has to be measured.</summary>
internal sealed record VideoDescription(
    VideoTrack Track,
    IReadOnlyList<SoundTrack> Sounds,
    double? Seconds,
    CaptureTime? Captured,
    string? Camera
)
{
    /// <summary>The one that players play: the first that is on, or the first.</summary>
    public SoundTrack? Sound => Sounds.FirstOrDefault(sound => sound.IsDefault) ?? (Sounds is [var first, ..] ? first : null);

    public string? AudioCodec => Sound?.Codec;
}
