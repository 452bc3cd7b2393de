using Magpie.MediaWorker.Protocol;
using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

/// <summary>Understands one picture and makes its renditions.</summary>
internal sealed class PictureMaker(PictureRequest request, string path, string outFolder)
{
    public const int LargeSide = 1600,
        ThumbSide = 400,
        PlaceholderSide = 16;

    private readonly PictureSource source = new(request.Format, path);
    private readonly PictureStructure structure = StructureReader.Read(request.Format, path);

    public PictureAnswer Make()
    {
        RefuseAbove(request.MaxPixels, structure.WidestFramePixels);
        using var header = Upright(source.Open(shrink: 1));
        RefuseAbove(request.MaxPixels, (long)header.Width * header.Height);
        var picture = Describe(header);
        if (request.CheckOnly)
        {
            using var seen = Still(header, ThumbSide);
            return new PictureAnswer(picture, null, [], null, null);
        }

        if (request.Export is { } export)
        {
            using var whole = Decoded(Whole);
            return new PictureAnswer(picture, null, [new PictureExporter(export, outFolder).Make(whole)], null, null);
        }

        using var large = Still(header, LargeSide);
        using var thumb = Shrunk(large, ThumbSide);
        using var tiny = Tiny(thumb);
        List<PictureFile> files = [Save(thumb, "thumb", RenditionQuality.Thumb)];
        if (new AnimationMaker(source, structure).TryMake(request.LargeName, outFolder) is { } moving)
        {
            files.AddRange(moving);
        }
        else
        {
            files.Add(Save(large, request.LargeName, RenditionQuality.Large));
        }

        return new PictureAnswer(picture, WebpWriter.ToBytes(tiny, RenditionQuality.Placeholder), [.. files], null, null);
    }

    private static void RefuseAbove(long limit, long pixels)
    {
        if (pixels > limit)
        {
            throw new PictureFaultException(PictureFaults.TooManyPixels);
        }
    }

    private PictureDescription Describe(VipsImage header)
    {
        var exif = ExifReader.Read(header.Blob("exif-data") ?? structure.Exif);
        var (width, height) = header.LiesOnItsSide ? (header.Height, header.Width) : (header.Width, header.Height);
        var captured = CaptureTimes.Of(exif, XmpTime.Read(header.Blob("xmp-data")), structure.Written, structure.Saved);
        return new PictureDescription(width, height, structure.Frames, structure.Moves ? structure.Seconds : null, captured, exif.Camera);
    }

    /// <summary>Upright, sRGB, eight bits, in memory; decoded at the smallest size from which the result is still sharp.</summary>
    private VipsImage Still(VipsImage header, int side) => Decoded(complaints => Still(header, side, complaints));

    /// <param name="decode">With what the decoder has to find before it gives up.</param>
    private VipsImage Decoded(Func<string, VipsImage> decode)
    {
        if (!source.MayEndQuietly)
        {
            return decode("truncated");
        }

        try
        {
            return decode("warning");
        }
        catch (VipsException e) when (!PictureTrouble.IsCutOff(e))
        {
            // A few stray bytes between the parts of a JPEG are common, and every viewer shows such a file.
            return decode("truncated");
        }
    }

    /// <summary>Every pixel, upright, in its own colours.</summary>
    private VipsImage Whole(string complaints)
    {
        using var decoded = Upright(source.Open(shrink: 1, complaints));
        using var pixels = decoded.InMemory();
        using var turn = new VipsOperation("autorot");
        using var upright = turn.With("in", pixels).Image();
        return upright.InMemory();
    }

    private VipsImage Still(VipsImage header, int side, string complaints)
    {
        using var decoded = Upright(source.Open(source.ShrinkFor(Math.Max(header.Width, header.Height), side), complaints));
        using var small = Thumbnail(decoded, side);
        using var colours = Colour.ToSrgb(small);
        return colours.InMemory();
    }

    /// <summary>Tells libvips of an orientation, and of colours, that it has not seen itself.</summary>
    private VipsImage Upright(VipsImage image)
    {
        if (structure.Colours?.Profile() is { } profile)
        {
            image = Colour.Meant(image, profile);
        }

        if (structure.Exif is { } exif && !image.Has("exif-data"))
        {
            image.Set("orientation", ExifReader.Read(exif).Orientation);
        }

        return image;
    }

    private static VipsImage Shrunk(VipsImage image, int side)
    {
        using var small = Thumbnail(image, side);
        return small.InMemory();
    }

    /// <summary>For the placeholder, which is shown blurred: mostly averages, in a fraction of the time of a sharp reduction.</summary>
    private static VipsImage Tiny(VipsImage thumb)
    {
        if (thumb.HasAlpha)
        {
            return Thumbnail(thumb, PlaceholderSide);
        }

        var scale = Math.Max(1, Math.Max(thumb.Width, thumb.Height) / (double)PlaceholderSide);
        using var operation = new VipsOperation("shrink");
        return operation
            .With("in", thumb)
            .With("hshrink", Math.Min(scale, thumb.Width))
            .With("vshrink", Math.Min(scale, thumb.Height))
            .Image();
    }

    private static VipsImage Thumbnail(VipsImage image, int side)
    {
        using var operation = new VipsOperation("thumbnail_image");
        return operation.With("in", image).With("width", side).With("height", side).With("size", "down").Image();
    }

    private PictureFile Save(VipsImage image, string kind, WebpQuality quality)
    {
        var name = $"{kind}.webp";
        WebpWriter.ToFile(image, Path.Combine(outFolder, name), quality);
        return new PictureFile(name, kind, image.Width, image.Height);
    }
}
