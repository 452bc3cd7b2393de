using Magpie.Model.Media;

namespace Magpie.Model.Networks;

/// <summary>What a surface requires and recommends of one kind of media. What is null is never judged.</summary>
public sealed record SurfaceRule(Surface Surface, MediaKind Kind)
{
    /// <summary>Lower case, such as <c>jpeg</c>; <c>image/*</c> and <c>video/*</c> are every format of that kind.</summary>
    public IReadOnlyList<string>? Formats { get; init; }
    public IReadOnlyList<string>? VideoCodecs { get; init; }
    public IReadOnlyList<string>? AudioCodecs { get; init; }

    public int? MinWidth { get; init; }
    public int? MinHeight { get; init; }
    public int? MaxWidth { get; init; }
    public int? MaxHeight { get; init; }
    public int? RecommendedWidth { get; init; }
    public int? RecommendedHeight { get; init; }

    /// <summary>Further sizes that the surface recommends just as well.</summary>
    public IReadOnlyList<PixelSize> AlsoRecommended { get; init; } = [];

    /// <summary>Width times height.</summary>
    public long? MaxPixels { get; init; }

    /// <summary>Width times height of one frame of an animated picture.</summary>
    public long? MaxAnimatedPixels { get; init; }

    /// <summary>Width divided by height.</summary>
    public double? MinAspect { get; init; }
    public double? MaxAspect { get; init; }
    public double? RecommendedAspect { get; init; }

    public double? MinSeconds { get; init; }
    public double? MaxSeconds { get; init; }
    public double? RecommendedMaxSeconds { get; init; }
    public double? MinFrameRate { get; init; }
    public double? MaxFrameRate { get; init; }
    public long? MinBytes { get; init; }
    public long? MaxBytes { get; init; }

    public int? CaptionMax { get; init; }

    /// <summary>How the network counts a caption: <c>chars</c>, <c>utf16</c>, <c>bytes</c>, <c>x-weighted</c>, …</summary>
    public string? CaptionUnit { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>Figures that the network states as a limit and does not enforce: breaking one is below the recommendation.</summary>
    public Constraint Advisory { get; init; }

    /// <summary>
    /// The network scales by itself what is smaller or larger than it wants: too small will look soft, too large does not matter.
    /// </summary>
    public bool Scaled { get; init; }

    /// <summary>The limits of size hold for the shorter and the longer side, whichever is the width.</summary>
    public bool EitherOrientation { get; init; }

    /// <summary>Still pictures are nothing for this surface, so it has no verdict on them.</summary>
    public bool AnimatedOnly { get; init; }

    /// <summary>Names of figures that come from others than the network itself.</summary>
    public IReadOnlyList<string> ThirdPartyFields { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public string? Note { get; init; }

    public PixelSize? RecommendedSize => RecommendedWidth is { } width && RecommendedHeight is { } height ? new(width, height) : null;

    public bool Concerns(MediaSpec spec) => Kind == spec.Kind && (!AnimatedOnly || spec.Animated);
}
