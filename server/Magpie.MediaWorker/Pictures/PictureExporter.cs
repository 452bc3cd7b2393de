using Magpie.MediaWorker.Protocol;
using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

/// <summary>Writes the one file of a picture that is handed out for publishing.</summary>
internal sealed class PictureExporter(PictureExport export, string outFolder)
{
    /// <summary>From one that nobody can tell from the original to one that only close eyes can.</summary>
    private static readonly int[] Qualities = [92, 85, 76, 66];
    private const double NextSize = 0.8;
    private const int LeastSide = 64;

    private string Name => $"export.{export.Format}";

    private string Target => Path.Combine(outFolder, Name);

    /// <param name="upright">Decoded, in memory.</param>
    public PictureFile Make(VipsImage upright)
    {
        using var part = Cropped(upright);
        using var colours = Colour.ToSrgb(part);
        using var flat = Flattened(colours);
        var (width, height) = (export.Width, export.Height);
        while (true)
        {
            using var sized = Sized(flat, width, height);
            if (Fits(sized) || Math.Min(width, height) <= LeastSide)
            {
                return new PictureFile(Name, "export", sized.Width, sized.Height);
            }

            (width, height) = (Smaller(width), Smaller(height));
        }
    }

    private VipsImage Cropped(VipsImage image)
    {
        var (left, top, width, height) = export.Crop is [var x, var y, var w, var h] ? (x, y, w, h) : (0, 0, image.Width, image.Height);
        using var operation = new VipsOperation("extract_area");
        left = Math.Clamp(left, 0, image.Width - 1);
        top = Math.Clamp(top, 0, image.Height - 1);
        return operation
            .With("input", image)
            .With("left", left)
            .With("top", top)
            .With("width", Math.Clamp(width, 1, image.Width - left))
            .With("height", Math.Clamp(height, 1, image.Height - top))
            .Image();
    }

    /// <summary>JPEG knows no transparency; what shines through is paper.</summary>
    private VipsImage Flattened(VipsImage image)
    {
        if (export.Format != "jpeg" || !image.HasAlpha)
        {
            return image.InMemory();
        }

        using var operation = new VipsOperation("flatten");
        using var flat = operation.With("in", image).With("background", "255 255 255").Image();
        return flat.InMemory();
    }

    private static VipsImage Sized(VipsImage image, int width, int height)
    {
        if (image.Width == width && image.Height == height)
        {
            return image.InMemory();
        }

        using var operation = new VipsOperation("thumbnail_image");
        using var sized = operation.With("in", image).With("width", width).With("height", height).With("size", "force").Image();
        return sized.InMemory();
    }

    private bool Fits(VipsImage image)
    {
        foreach (var quality in export.Format == "png" ? Qualities.AsSpan(0, 1) : Qualities)
        {
            Save(image, quality);
            if (!(new FileInfo(Target).Length > export.MaxBytes))
            {
                return true;
            }
        }

        return false;
    }

    private void Save(VipsImage image, int quality)
    {
        using var operation = new VipsOperation($"{export.Format}save");
        operation.With("in", image).With("filename", Target).With("keep", "none");
        switch (export.Format)
        {
            case "jpeg":
                operation.With("Q", quality).With("optimize_coding", "true");
                break;
            case "webp":
                operation.With("Q", quality).With("effort", 4);
                break;
        }

        operation.Run();
    }

    private static int Smaller(int side) => Math.Max(1, (int)Math.Round(side * NextSize));
}
