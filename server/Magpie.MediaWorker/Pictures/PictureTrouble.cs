using Magpie.MediaWorker.Vips;

namespace Magpie.MediaWorker.Pictures;

/// <summary>Sorts what libvips complains about; it has words and no codes.</summary>
internal static class PictureTrouble
{
    /// <summary>The picture may be sound; memory or disk ran out.</summary>
    public static bool IsOurs(VipsException e) => Says(e, "out of memory", "unable to write", "unable to allocate");

    public static bool IsCutOff(VipsException e) => Says(e, "premature end", "truncated", "end of", "read error");

    private static bool Says(VipsException e, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (e.Message.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
