using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

internal static class RenditionQuality
{
    public static readonly WebpQuality Large = new(80, 4);
    public static readonly WebpQuality Thumb = new(80, 4);

    /// <summary>Many frames, seen small and moving: a third of the time for a few more bytes.</summary>
    public static readonly WebpQuality Moving = new(70, 2);
    public static readonly WebpQuality Placeholder = new(40, 4);
}

/// <param name="Quality">0 to 100.</param>
/// <param name="Effort">0 (fast) to 6 (small).</param>
internal readonly record struct WebpQuality(int Quality, int Effort);

/// <summary>Writes WebP without any metadata: no EXIF, no XMP, no profile (which means sRGB).</summary>
internal static class WebpWriter
{
    public static void ToFile(VipsImage image, string path, WebpQuality quality)
    {
        using var operation = Save("webpsave", image, quality);
        operation.With("filename", path).Run();
    }

    public static byte[] ToBytes(VipsImage image, WebpQuality quality)
    {
        using var operation = Save("webpsave_buffer", image, quality);
        return operation.Buffer();
    }

    private static VipsOperation Save(string nickname, VipsImage image, WebpQuality quality) =>
        new VipsOperation(nickname).With("in", image).With("Q", quality.Quality).With("effort", quality.Effort).With("keep", "none");
}
