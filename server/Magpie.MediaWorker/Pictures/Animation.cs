namespace Magpie.MediaWorker.Pictures;

/// <param name="Frames">1 for a still picture.</param>
/// <param name="Seconds">All frames together, once through.</param>
/// <param name="WidestFramePixels">The most pixels that the canvas or any frame claims; 0 where the format has no such claims.</param>
internal sealed record Animation(int Frames, double Seconds, long WidestFramePixels)
{
    public static readonly Animation None = new(1, 0, 0);
}
