namespace Magpie.Model.Media;

/// <summary>A file derived from an original; it can always be made again.</summary>
public enum RenditionKind
{
    /// <summary>WebP, longest side at most 400 px. For videos made from the poster.</summary>
    Thumb,

    /// <summary>WebP, longest side at most 1600 px; animated where the original is an animated GIF, WebP or APNG.</summary>
    Preview,

    /// <summary>WebP still of a video, longest side at most 1600 px.</summary>
    Poster,

    /// <summary>
    /// A short silent clip (video: MP4 H.264, at most 4 s, longest side at most 400 px; animation: animated WebP of that size).
    /// </summary>
    Hover,

    /// <summary>MP4 H.264/AAC, only where browsers cannot play the original.</summary>
    Playback,

    /// <summary>The original, pixel for pixel, without its metadata: what leaves the team. Made when it is first asked for.</summary>
    Clean,
}
