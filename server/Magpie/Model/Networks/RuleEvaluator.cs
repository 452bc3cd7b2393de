namespace Magpie.Model.Networks;

/// <summary>Checks a file against a rule. Builds no sentences, because a million files are evaluated again when the rules change.</summary>
internal static class RuleEvaluator
{
    /// <summary>
    /// The tolerance for aspect ratios and frame rates, as a fraction: rules round (0.5625, 1.91), encoders make sides even, and 24 frames
    /// a second are often 23.976.
    /// </summary>
    public const double Tolerance = 0.01;

    public static Violations Evaluate(SurfaceRule rule, MediaSpec spec)
    {
        var broken = Coding(rule, spec) | Amounts(rule, spec) | (spec.Size is { } size ? Dimensions(rule, spec, size) : Constraint.None);
        var advisory = rule.Advisory;
        if (rule.Scaled)
        {
            (broken, advisory) = (broken & ~Constraint.MaxSize, advisory | Constraint.MinSize);
        }

        var required = broken & ~advisory;
        var recommended = broken & advisory;
        if ((required & Constraint.Dimensions) == 0 && spec.Size is { } known && !SizeAdvice.IsMet(rule, known))
        {
            recommended = (recommended & ~Constraint.MinSize) | Constraint.RecommendedSize;
        }

        if ((required & Constraint.MaxSeconds) == 0 && IsAbove(Known(spec.DurationSeconds), rule.RecommendedMaxSeconds))
        {
            recommended |= Constraint.RecommendedSeconds;
        }

        return new(required, recommended);
    }

    public static long? MostPixels(SurfaceRule rule, MediaSpec spec) =>
        spec.Animated && rule.MaxAnimatedPixels is { } animated ? animated : rule.MaxPixels;

    private static Constraint Coding(SurfaceRule rule, MediaSpec spec) =>
        When(rule.Formats is { } formats && !MediaNames.Accepts(formats, spec.Format), Constraint.Format)
        | When(IsForeign(rule.VideoCodecs, spec.VideoCodec), Constraint.VideoCodec)
        | When(IsForeign(rule.AudioCodecs, spec.AudioCodec), Constraint.AudioCodec);

    private static Constraint Amounts(SurfaceRule rule, MediaSpec spec)
    {
        var (seconds, rate) = (Known(spec.DurationSeconds), Known(spec.FrameRate));
        return When(seconds < rule.MinSeconds, Constraint.MinSeconds)
            | When(IsAbove(seconds, rule.MaxSeconds), Constraint.MaxSeconds)
            | When(rate < rule.MinFrameRate * (1 - Tolerance), Constraint.MinFrameRate)
            | When(IsAbove(rate, rule.MaxFrameRate * (1 + Tolerance)), Constraint.MaxFrameRate)
            | When(spec.Bytes < rule.MinBytes, Constraint.MinBytes)
            | When(spec.Bytes > rule.MaxBytes, Constraint.MaxBytes);
    }

    private static Constraint Dimensions(SurfaceRule rule, MediaSpec spec, PixelSize size)
    {
        var turned = rule.EitherOrientation ? new PixelSize(size.ShortSide, size.LongSide) : size;
        var (minWidth, minHeight) = Turned(rule, rule.MinWidth, rule.MinHeight);
        var (maxWidth, maxHeight) = Turned(rule, rule.MaxWidth, rule.MaxHeight);
        return When(turned.Width < minWidth || turned.Height < minHeight, Constraint.MinSize)
            | When(turned.Width > maxWidth || turned.Height > maxHeight, Constraint.MaxSize)
            | When(size.Pixels > MostPixels(rule, spec), Constraint.MaxPixels)
            | When(size.Aspect < rule.MinAspect * (1 - Tolerance) || size.Aspect > rule.MaxAspect * (1 + Tolerance), Constraint.Aspect);
    }

    private static (int? Width, int? Height) Turned(SurfaceRule rule, int? width, int? height) =>
        rule.EitherOrientation && width > height ? (height, width) : (width, height);

    private static bool IsForeign(IReadOnlyList<string>? accepted, string? codec) =>
        accepted is not null && !string.IsNullOrEmpty(codec) && !MediaNames.AcceptsCodec(accepted, codec);

    private static bool IsAbove(double? value, double? limit) => value > limit;

    private static double? Known(double? value) => value is { } known && double.IsFinite(known) && known >= 0 ? known : null;

    private static Constraint When(bool broken, Constraint figure) => broken ? figure : Constraint.None;
}
