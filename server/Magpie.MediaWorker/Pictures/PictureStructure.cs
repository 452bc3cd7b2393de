using Magpie.MediaWorker.Protocol;

namespace Magpie.MediaWorker.Pictures;

/// <summary>What a file says of itself outside its pixels.</summary>
/// <param name="Delays">How long each frame is shown, in thousandths of a second, as browsers do; none for a still picture.</param>
/// <param name="WidestFramePixels">The most pixels that the canvas or any frame claims; 0 where nothing was found.</param>
/// <param name="Exif">Of a PNG, where libvips does not see it when it comes after the pixels.</param>
/// <param name="Colours">How the numbers of a PNG are meant, where no profile says so.</param>
/// <param name="Written">When a PNG says in words that it was made.</param>
/// <param name="Saved">When a PNG was last saved.</param>
internal sealed record PictureStructure(
    int[] Delays,
    long WidestFramePixels,
    byte[]? Exif = null,
    PngColours? Colours = null,
    CaptureTime? Written = null,
    CaptureTime? Saved = null
)
{
    public static readonly PictureStructure Unknown = new([], 0);

    /// <summary>1 for a still picture.</summary>
    public int Frames => Math.Max(Delays.Length, 1);

    /// <summary>All frames together, once through.</summary>
    public double Seconds => Delays.Sum(delay => (long)delay) / 1000d;

    public bool Moves => Frames > 1;
}
