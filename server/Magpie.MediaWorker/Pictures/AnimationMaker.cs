using Magpie.MediaWorker.Protocol;
using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

/// <summary>
/// Makes the moving renditions of an animation. What they cost is bounded: a long one is cut, a wide one is made smaller,
/// so that five thousand frames take seconds and not minutes.
/// </summary>
internal sealed class AnimationMaker(PictureSource source, PictureStructure structure)
{
    private const int MostFrames = 300;
    private const long MostDecodedPixels = 1_000_000_000;
    private const long MostWrittenPixels = 40_000_000;
    private const int HoverSide = 400;

    /// <summary>Null where a still picture has to do.</summary>
    public PictureFile[]? TryMake(string largeName, string outFolder)
    {
        var frames = (int)Math.Min(Math.Min(structure.Frames, MostFrames), MostDecodedPixels / Math.Max(structure.WidestFramePixels, 1));
        if (frames < 2 || !source.CanMove)
        {
            return null;
        }

        using var decoded = source.OpenFrames(frames);
        using var colours = Colour.ToSrgb(decoded);
        using var large = Resized(colours, frames, PictureMaker.LargeSide);
        using var hover = Resized(large, frames, HoverSide);
        return [Save(large, largeName, outFolder), Save(hover, "hover", outFolder)];
    }

    private VipsImage Resized(VipsImage image, int frames, int side)
    {
        var (width, height) = (image.Width, image.PageHeight);
        var scale = Math.Min(
            1,
            Math.Min((double)side / Math.Max(width, height), Math.Sqrt((double)MostWrittenPixels / frames / width / height))
        );
        var (newWidth, newHeight) = (Scaled(width, scale), Scaled(height, scale));
        using var resized =
            newWidth == width && newHeight == height ? null : Resize(image, (double)newWidth / width, (double)newHeight / height);
        var result = (resized ?? image).InMemory();
        result.Set("page-height", newHeight);
        result.Set("delay", structure.Delays.AsSpan(0, frames));
        return result;
    }

    /// <summary>All frames at once; the scale is such that each becomes a whole number of lines.</summary>
    private static VipsImage Resize(VipsImage image, double horizontal, double vertical)
    {
        if (!image.HasAlpha)
        {
            return Scale(image, horizontal, vertical);
        }

        // Otherwise the colour that hides under full transparency would shine through at the edges.
        using var premultiply = new VipsOperation("premultiply");
        using var premultiplied = premultiply.With("in", image).Image();
        using var scaled = Scale(premultiplied, horizontal, vertical);
        using var unpremultiply = new VipsOperation("unpremultiply");
        using var straight = unpremultiply.With("in", scaled).Image();
        using var cast = new VipsOperation("cast");
        return cast.With("in", straight).With("format", "uchar").Image();
    }

    private static VipsImage Scale(VipsImage image, double horizontal, double vertical)
    {
        using var operation = new VipsOperation("resize");
        return operation.With("in", image).With("scale", horizontal).With("vscale", vertical).Image();
    }

    private static int Scaled(int length, double scale) => Math.Max(1, (int)Math.Round(length * scale));

    private static PictureFile Save(VipsImage image, string kind, string outFolder)
    {
        var name = $"{kind}.webp";
        WebpWriter.ToFile(image, Path.Combine(outFolder, name), RenditionQuality.Moving);
        return new PictureFile(name, kind, image.Width, image.PageHeight);
    }
}
