namespace Magpie.MediaWorker.Pictures;

/// <summary>What a file says of itself outside its pixels.</summary>
/// <param name="Frames">1 for a still picture.</param>
/// <param name="Seconds">All frames together, once through.</param>
/// <param name="WidestFramePixels">The most pixels that the canvas or any frame claims; 0 where nothing was found.</param>
/// <param name="Exif">Of a PNG, where libvips does not see it when it comes after the pixels.</param>
internal sealed record PictureStructure(int Frames, double Seconds, long WidestFramePixels, byte[]? Exif = null)
{
    public static readonly PictureStructure Unknown = new(1, 0, 0);

    public bool Moves => Frames > 1;
}
