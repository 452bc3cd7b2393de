namespace Magpie.Model.Networks;

/// <summary>Whether a picture has the size and shape that a surface recommends; decision 0006 gives the reasons.</summary>
internal static class SizeAdvice
{
    public static bool IsMet(SurfaceRule rule, PixelSize size) =>
        rule.RecommendedAspect is { } aspect
            ? HasShape(size, aspect) && IsLargeEnoughInShape(rule, size)
            : IsLargeEnoughInAnyShape(rule, size);

    public static bool HasShape(PixelSize size, double aspect) => Math.Abs(size.Aspect / aspect - 1) <= RuleEvaluator.Tolerance;

    /// <summary>One side must reach its figure; the other may be short by what rounding to whole pixels changes.</summary>
    public static bool IsLargeEnoughInShape(SurfaceRule rule, PixelSize size)
    {
        if (rule.RecommendedSize is not { } wanted)
        {
            return ReachesTheOneGiven(rule, size);
        }

        var slack = 1 - RuleEvaluator.Tolerance;
        return (size.Width >= wanted.Width && size.Height >= wanted.Height * slack)
            || (size.Height >= wanted.Height && size.Width >= wanted.Width * slack);
    }

    /// <summary>
    /// As wide as recommended; or with as many pixels and a shorter side as long; or as large as another recommended size.
    /// </summary>
    private static bool IsLargeEnoughInAnyShape(SurfaceRule rule, PixelSize size) =>
        rule.RecommendedSize is not { } wanted
            ? ReachesTheOneGiven(rule, size)
            : size.Width >= wanted.Width
                || (size.Pixels >= wanted.Pixels && size.ShortSide >= wanted.ShortSide)
                || rule.AlsoRecommended.Any(size.Covers);

    private static bool ReachesTheOneGiven(SurfaceRule rule, PixelSize size) =>
        !(size.Width < rule.RecommendedWidth) && !(size.Height < rule.RecommendedHeight);
}
