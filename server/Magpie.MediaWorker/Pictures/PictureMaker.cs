using Magpie.MediaWorker.Protocol;
using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

/// <summary>Understands one picture and makes its renditions.</summary>
internal sealed class PictureMaker(PictureRequest request, string path, string outFolder)
{
    public const int LargeSide = 1600, ThumbSide = 400, PlaceholderSide = 16;

    private readonly PictureSource source = new(request.Format, path);

    public PictureAnswer Make()
    {
        var animation = AnimationReader.Read(request.Format, path);
        RefuseAbove(request.MaxPixels, animation.WidestFramePixels);
        using var header = source.Open(shrink: 1);
        RefuseAbove(request.MaxPixels, (long)header.Width * header.Height);
        var picture = Describe(header, animation);
        if (request.CheckOnly)
        {
            using var seen = Still(header, ThumbSide);
            return new PictureAnswer(picture, null, [], null, null);
        }

        using var large = Still(header, LargeSide);
        using var thumb = Shrunk(large, ThumbSide);
        using var tiny = Shrunk(thumb, PlaceholderSide);
        List<PictureFile> files = [Save(thumb, "thumb", RenditionQuality.Thumb)];
        if (new AnimationMaker(source, animation).TryMake(request.LargeName, outFolder) is { } moving)
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

    private static PictureDescription Describe(VipsImage header, Animation animation)
    {
        var exif = ExifReader.Read(header.Blob("exif-data"));
        var (width, height) = header.LiesOnItsSide ? (header.Height, header.Width) : (header.Width, header.Height);
        return new PictureDescription(width, height, animation.Frames, animation.Frames > 1 ? animation.Seconds : null, exif.CapturedAt, exif.Camera);
    }

    /// <summary>Upright, sRGB, eight bits, in memory; decoded at the smallest size from which the result is still sharp.</summary>
    private VipsImage Still(VipsImage header, int side)
    {
        using var decoded = source.Open(source.ShrinkFor(Math.Max(header.Width, header.Height), side));
        using var small = Thumbnail(decoded, side);
        using var colours = Colour.ToSrgb(small);
        return colours.InMemory();
    }

    private static VipsImage Shrunk(VipsImage image, int side)
    {
        using var small = Thumbnail(image, side);
        return small.InMemory();
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
