using Magpie.MediaWorker.Protocol;

namespace Magpie.MediaWorker.Pictures;

/// <summary>Decides between all that a picture says of its time.</summary>
internal static class CaptureTimes
{
    /// <param name="exif">Of the camera, mostly.</param>
    /// <param name="xmp">Of the program that it went through.</param>
    /// <param name="written">What the format itself has: a text of a PNG.</param>
    /// <param name="saved">When a program last saved it, by the format's own field.</param>
    public static CaptureTime? Of(ExifFacts exif, CaptureTime? xmp, CaptureTime? written, CaptureTime? saved)
    {
        if (exif.Captured is { } taken)
        {
            return taken.Moment is null && xmp?.Moment is not null && xmp.HasClockOf(taken) ? xmp : taken;
        }

        return xmp ?? written ?? exif.Changed ?? saved;
    }
}
