namespace Magpie.Platform.Media.Inspection;

/// <summary>The brands in a file type box that distinguish videos from other formats made of the same boxes.</summary>
internal static class IsoBrands
{
    // Sony's players call their QuickTime files mqt.
    public static bool IsQuickTime(ReadOnlySpan<byte> major) => major.SequenceEqual("qt  "u8) || major.SequenceEqual("mqt "u8);

    /// <summary>What the file is, if it is not a video; null for a video or an unknown brand.</summary>
    /// <param name="brands">The body of the box: major brand, version, compatible brands.</param>
    public static ForeignFormat? RecognizeForeign(ReadOnlySpan<byte> brands)
    {
        if (NameOf(brands[..4]) is { } named)
        {
            return named;
        }

        if (!brands.StartsWith("mif1"u8) && !brands.StartsWith("msf1"u8) && !brands.StartsWith("miaf"u8))
        {
            return null;
        }

        // The general brand of still pictures; a compatible one says which.
        for (var at = 8; at + 4 <= brands.Length; at += 4)
        {
            if (NameOf(brands.Slice(at, 4)) is { } compatible)
            {
                return compatible;
            }
        }

        return ForeignFormat.Heif;
    }

    private static ForeignFormat? NameOf(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8)
        || brand.SequenceEqual("hevc"u8)
        || brand.SequenceEqual("hevx"u8)
        || brand.SequenceEqual("hevm"u8)
        || brand.SequenceEqual("hevs"u8)
            ? ForeignFormat.Heic
        : brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8) || brand.SequenceEqual("avio"u8) ? ForeignFormat.Avif
        : brand.SequenceEqual("crx "u8) ? ForeignFormat.Cr3
        : brand.SequenceEqual("jp2 "u8) || brand.SequenceEqual("jpx "u8) || brand.SequenceEqual("jpm "u8) || brand.SequenceEqual("mjp2"u8)
            ? ForeignFormat.Jpeg2000
        : brand.SequenceEqual("jxl "u8) ? ForeignFormat.JpegXl
        : null;
}
