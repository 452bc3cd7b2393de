using System.Globalization;
using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

/// <summary>A file that is opened with the one loader of its detected format, never with whatever libvips makes of it.</summary>
internal sealed class PictureSource(string format, string path)
{
    /// <summary>Whether the loader gives more than the first frame; that of PNG does not.</summary>
    public bool CanMove => format is "gif" or "webp";

    /// <param name="shrink">Decode at this fraction; only JPEG and still WebP can.</param>
    /// <param name="complaints">What the decoder has to find before it gives up: <c>truncated</c>, or any <c>warning</c>.</param>
    public VipsImage Open(int shrink, string complaints = "truncated")
    {
        using var operation = Load(complaints);
        if (shrink > 1)
        {
            _ = format == "jpeg" ? operation.With("shrink", shrink) : operation.With("scale", 1d / shrink);
        }

        return operation.Image();
    }

    /// <summary>The first frames of an animation, one below the other.</summary>
    public VipsImage OpenFrames(int count)
    {
        using var operation = Load("truncated");
        return operation.With("n", count.ToString(CultureInfo.InvariantCulture)).Image();
    }

    /// <summary>Whether its decoder calls a scan that ends early a mere warning.</summary>
    public bool MayEndQuietly => format == "jpeg";

    /// <summary>How far the decoder itself may shrink. JPEG offers 2, 4 and 8; both are left with at least what is asked.</summary>
    public int ShrinkFor(int longest, int side) =>
        format is not ("jpeg" or "webp")
            ? 1
            : (longest / side) switch
            {
                >= 8 => 8,
                >= 4 => 4,
                >= 2 => 2,
                _ => 1,
            };

    private VipsOperation Load(string complaints)
    {
        var loader = format switch
        {
            "jpeg" => "jpegload",
            "png" => "pngload",
            "webp" => "webpload",
            "gif" => "gifload",
            _ => throw new InvalidDataException($"{format} is not a picture format"),
        };
        return new VipsOperation(loader).With("filename", path).With("access", "sequential").With("fail_on", complaints);
    }
}
