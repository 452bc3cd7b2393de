namespace Magpie.Model.Networks;

/// <summary>What is broken, in words: what the file is, what the surface wants, and what to do.</summary>
internal static class ReasonWords
{
    public static IReadOnlyList<SurfaceReason> Of(SurfaceRule rule, MediaSpec spec, Breaches breaches) =>
    [
        .. Each(breaches.Required).Select(figure => Reason(figure, Strength.Requirement, rule, spec)),
        .. Each(breaches.Recommended).Select(figure => Reason(figure, Strength.Recommendation, rule, spec)),
    ];

    private static IEnumerable<Figure> Each(Figure figures)
    {
        for (var left = (int)figures; left != 0; left &= left - 1)
        {
            yield return (Figure)(left & -left);
        }
    }

    private static SurfaceReason Reason(Figure figure, Strength strength, SurfaceRule rule, MediaSpec spec)
    {
        var (what, wants, change) = Parts(figure, rule, spec);
        // A floor and a fixed list are "needed" or "accepted"; as advice all of them are recommended.
        var verb = strength is Strength.Recommendation ? "recommend" : IsFloor(figure) ? "need" : "accept";
        return new(figure, strength, $"{what}; {rule.Surface.Does(verb)} {wants}.", change);
    }

    private static bool IsFloor(Figure figure) =>
        (figure & (Figure.MinSize | Figure.MinSeconds | Figure.MinFrameRate | Figure.MinBytes)) != 0;

    private static (string What, string Wants, string Change) Parts(Figure figure, SurfaceRule rule, MediaSpec spec) => figure switch
    {
        Figure.Format => (
            MediaNames.Title(MediaNames.Of(spec.Format)), MediaNames.TitlesOf(rule.Formats!), $"Export it as {MediaNames.Title(rule.Formats![0])}."),
        Figure.VideoCodec => (
            MediaNames.Title(spec.VideoCodec!), MediaNames.TitlesOf(rule.VideoCodecs!), $"Export it with {MediaNames.Title(rule.VideoCodecs![0])}."),
        Figure.AudioCodec => (
            $"{MediaNames.Title(spec.AudioCodec!)} sound", $"{MediaNames.TitlesOf(rule.AudioCodecs!)} sound",
            $"Export it with {MediaNames.Title(rule.AudioCodecs![0])} sound."),
        Figure.MinSize => (
            Size(spec), $"at least {Limits(rule, rule.MinWidth, rule.MinHeight)}", "Export it larger."),
        Figure.MaxSize => (
            Size(spec), $"at most {Limits(rule, rule.MaxWidth, rule.MaxHeight)}", "Scale it down."),
        Figure.MaxPixels => (
            $"{Size(spec)} ({PlainFigures.Number(spec.Size!.Value.Pixels)} pixels)",
            $"at most {PlainFigures.Number(RuleJudge.MostPixels(rule, spec)!.Value)} pixels", "Scale it down."),
        Figure.Aspect => ShapeWords.OfLimits(rule, spec.Size!.Value),
        Figure.MinSeconds => (
            PlainFigures.Seconds(spec.DurationSeconds!.Value, up: false), $"at least {PlainFigures.Seconds(rule.MinSeconds!.Value, up: true)}",
            "Choose a longer video."),
        Figure.MaxSeconds => (
            PlainFigures.Seconds(spec.DurationSeconds!.Value, up: true), $"at most {PlainFigures.Seconds(rule.MaxSeconds!.Value, up: false)}",
            "Trim it."),
        Figure.RecommendedSeconds => (
            PlainFigures.Seconds(spec.DurationSeconds!.Value, up: true), $"at most {PlainFigures.Seconds(rule.RecommendedMaxSeconds!.Value, up: false)}",
            "Trim it."),
        Figure.MinFrameRate => (
            PlainFigures.Rate(spec.FrameRate!.Value), $"at least {PlainFigures.Rate(rule.MinFrameRate!.Value)}", "Export it with more frames a second."),
        Figure.MaxFrameRate => (
            PlainFigures.Rate(spec.FrameRate!.Value), $"at most {PlainFigures.Rate(rule.MaxFrameRate!.Value)}", "Export it with fewer frames a second."),
        Figure.MinBytes => (
            PlainFigures.Bytes(spec.Bytes, up: false), $"at least {PlainFigures.Bytes(rule.MinBytes!.Value, up: true)}", "Export it in a higher quality."),
        Figure.MaxBytes => (
            PlainFigures.Bytes(spec.Bytes, up: true), $"at most {PlainFigures.Bytes(rule.MaxBytes!.Value, up: false)}", "Export it smaller."),
        Figure.RecommendedSize => ShapeWords.OfAdvice(rule, spec.Size!.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    private static string Size(MediaSpec spec) => spec.Size!.Value.ToString();

    private static string Limits(SurfaceRule rule, int? width, int? height) => (width, height) switch
    {
        ({ } wide, { } high) => $"{new PixelSize(wide, high)}{(rule.EitherOrientation && wide != high ? ", either way round" : "")}",
        ({ } wide, null) => $"{PlainFigures.Number(wide)} pixels in width",
        (null, { } high) => $"{PlainFigures.Number(high)} pixels in height",
        (null, null) => throw new ArgumentNullException(nameof(width)),
    };
}
