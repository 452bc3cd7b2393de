using Magpie.Model.Media;

namespace Magpie.Model.Networks;

/// <summary>What a surface requires and recommends for one kind of media. Null means not checked.</summary>
public sealed record SurfaceRule(Surface Surface, MediaKind Kind)
{
    /// <summary>Lower case, such as <c>jpeg</c>; <c>image/*</c> and <c>video/*</c> stand for every format of that kind.</summary>
    public IReadOnlyList<string>? Formats { get; init; }
    public IReadOnlyList<string>? VideoCodecs { get; init; }
    public IReadOnlyList<string>? AudioCodecs { get; init; }

    public int? MinWidth { get; init; }
    public int? MinHeight { get; init; }
    public int? MaxWidth { get; init; }
    public int? MaxHeight { get; init; }
    public int? RecommendedWidth { get; init; }
    public int? RecommendedHeight { get; init; }

    /// <summary>Other sizes that the surface recommends equally.</summary>
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

    /// <summary>Limits that the network documents but does not enforce: breaking one only falls short of the recommendation.</summary>
    public Constraint Advisory { get; init; }

    /// <summary>The network resizes files itself: too small looks soft, too large does not matter.</summary>
    public bool Scaled { get; init; }

    /// <summary>Size limits apply to the shorter and the longer side, whichever of them is the width.</summary>
    public bool EitherOrientation { get; init; }

    /// <summary>The surface does not take still pictures, so it has no verdict on them.</summary>
    public bool AnimatedOnly { get; init; }

    /// <summary>Names of figures whose source is not the network itself.</summary>
    public IReadOnlyList<string> ThirdPartyFields { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public string? Note { get; init; }

    public PixelSize? RecommendedSize => RecommendedWidth is { } width && RecommendedHeight is { } height ? new(width, height) : null;

    public bool Concerns(MediaSpec spec) => Kind == spec.Kind && (!AnimatedOnly || spec.Animated);
}
