namespace Magpie.Model.Networks;

/// <summary>Sentences about the shape of a picture, which name the nearest shape that fits.</summary>
internal static class ShapeText
{
    public static ReasonParts OfLimits(SurfaceRule rule, PixelSize size)
    {
        var wants = (rule.MinAspect, rule.MaxAspect) switch
        {
            ({ } least, { } most) when most / least - 1 <= RuleEvaluator.Tolerance => PlainFigures.Aspect(least),
            ({ } least, { } most) => $"{PlainFigures.Aspect(least)} to {PlainFigures.Aspect(most)}",
            ({ } least, null) => $"{PlainFigures.Aspect(least)} or wider",
            (null, { } most) => $"{PlainFigures.Aspect(most)} or narrower",
            (null, null) => throw new ArgumentException("This rule has no limits of shape.", nameof(rule)),
        };
        var nearest = size.Aspect < rule.MinAspect ? rule.MinAspect.Value : rule.MaxAspect!.Value;
        return new(
            WithShape(size),
            wants,
            $"Crop to {PlainFigures.Aspect(nearest)}.",
            ("width", size.Width),
            ("height", size.Height),
            ("min", rule.MinAspect),
            ("max", rule.MaxAspect),
            ("nearest", nearest)
        );
    }

    public static ReasonParts OfAdvice(SurfaceRule rule, PixelSize size)
    {
        var wrongShape = rule.RecommendedAspect is { } aspect && !SizeAdvice.HasShape(size, aspect);
        if (wrongShape && rule.RecommendedSize is null)
        {
            var shape = PlainFigures.Aspect(rule.RecommendedAspect!.Value);
            return new(
                WithShape(size),
                shape,
                $"Crop to {shape}.",
                ("width", size.Width),
                ("height", size.Height),
                ("aspect", rule.RecommendedAspect),
                ("crop", true)
            );
        }

        if (rule.RecommendedSize is not { } wanted)
        {
            var side = rule.RecommendedWidth is { } width
                ? $"{PlainFigures.Number(width)} pixels in width"
                : $"{PlainFigures.Number(rule.RecommendedHeight!.Value)} pixels in height";
            return new(
                size.ToString(),
                side,
                "Export it larger.",
                ("width", size.Width),
                ("height", size.Height),
                ("minWidth", rule.RecommendedWidth),
                ("minHeight", rule.RecommendedWidth is null ? rule.RecommendedHeight : null)
            );
        }

        PixelSize[] sizes = [wanted, .. rule.AlsoRecommended];
        var wants = PlainFigures.OneOf([.. sizes.Select(each => each.ToString())]);
        var crop = wrongShape && SizeAdvice.IsLargeEnoughInShape(rule, CroppedTo(rule.RecommendedAspect!.Value, size));
        var nearest = NearestInShape(sizes, size);
        return new(
            size.ToString(),
            wants,
            crop ? $"Crop to {PlainFigures.Aspect(rule.RecommendedAspect!.Value)}." : $"Export it at {nearest} or larger.",
            ("width", size.Width),
            ("height", size.Height),
            ("sizes", (int[][])[.. sizes.Select(Sides)]),
            ("aspect", rule.RecommendedAspect),
            ("crop", crop),
            ("nearest", Sides(nearest))
        );
    }

    private static int[] Sides(PixelSize size) => [size.Width, size.Height];

    private static PixelSize NearestInShape(PixelSize[] sizes, PixelSize size) =>
        sizes.MinBy(each => Math.Abs(Math.Log(each.Aspect / size.Aspect)));

    private static PixelSize CroppedTo(double aspect, PixelSize size) =>
        size.Aspect > aspect
            ? size with
            {
                Width = (int)Math.Round(size.Height * aspect),
            }
            : size with
            {
                Height = (int)Math.Round(size.Width / aspect),
            };

    private static string WithShape(PixelSize size) => $"{size} ({PlainFigures.Aspect(size.Aspect)})";
}
