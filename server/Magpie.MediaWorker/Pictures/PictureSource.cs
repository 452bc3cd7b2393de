using System.Globalization;
using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

/// <summary>A file that is opened with the one loader of its detected format, never with whatever libvips makes of it.</summary>
internal sealed class PictureSource(string format, string path)
{
    /// <summary>Whether the loader gives more than the first frame; that of PNG does not.</summary>
    public bool CanMove => format is "gif" or "webp";

    /// <param name="shrink">Decode at this fraction; only JPEG and still WebP can.</param>
    public VipsImage Open(int shrink)
    {
        using var operation = Load();
        if (shrink > 1)
        {
            _ = format == "jpeg" ? operation.With("shrink", shrink) : operation.With("scale", 1d / shrink);
        }

        return operation.Image();
    }

    /// <summary>The first frames of an animation, one below the other.</summary>
    public VipsImage OpenFrames(int count)
    {
        using var operation = Load();
        return operation.With("n", count.ToString(CultureInfo.InvariantCulture)).Image();
    }

    /// <summary>How far the decoder itself may shrink. JPEG offers 2, 4 and 8; both are left with at least what is asked.</summary>
    public int ShrinkFor(int longest, int side) => format is not ("jpeg" or "webp") ? 1 : (longest / side) switch
    {
        >= 8 => 8,
        >= 4 => 4,
        >= 2 => 2,
        _ => 1,
    };

    private VipsOperation Load()
    {
        var loader = format switch
        {
            "jpeg" => "jpegload",
            "png" => "pngload",
            "webp" => "webpload",
            "gif" => "gifload",
            _ => throw new InvalidDataException($"{format} is not a picture format"),
        };
        return new VipsOperation(loader).With("filename", path).With("access", "sequential").With("fail_on", "truncated");
    }
}
