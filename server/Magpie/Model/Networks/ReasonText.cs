namespace Magpie.Model.Networks;

/// <summary>Violations in words: what the file is, what the surface wants, and what to do.</summary>
internal static class ReasonText
{
    public static IReadOnlyList<SurfaceReason> Of(SurfaceRule rule, MediaSpec spec, Violations breaches) =>
        [
            .. Each(breaches.Required).Select(figure => Reason(figure, Strength.Requirement, rule, spec)),
            .. Each(breaches.Recommended).Select(figure => Reason(figure, Strength.Recommendation, rule, spec)),
        ];

    private static IEnumerable<Constraint> Each(Constraint figures)
    {
        for (var left = (int)figures; left != 0; left &= left - 1)
        {
            yield return (Constraint)(left & -left);
        }
    }

    private static SurfaceReason Reason(Constraint figure, Strength strength, SurfaceRule rule, MediaSpec spec)
    {
        var (what, wants, change) = Parts(figure, rule, spec);
        // A minimum is "needed" and a fixed list is "accepted"; recommendations are always "recommended".
        var verb =
            strength is Strength.Recommendation ? "recommend"
            : IsFloor(figure) ? "need"
            : "accept";
        return new(figure, strength, $"{what}; {rule.Surface.Does(verb)} {wants}.", change);
    }

    private static bool IsFloor(Constraint figure) =>
        (figure & (Constraint.MinSize | Constraint.MinSeconds | Constraint.MinFrameRate | Constraint.MinBytes)) != 0;

    private static (string What, string Wants, string Change) Parts(Constraint figure, SurfaceRule rule, MediaSpec spec) =>
        figure switch
        {
            Constraint.Format => (
                MediaNames.Title(MediaNames.Of(spec.Format)),
                MediaNames.TitlesOf(rule.Formats!),
                $"Export it as {MediaNames.Title(rule.Formats![0])}."
            ),
            Constraint.VideoCodec => (
                MediaNames.Title(spec.VideoCodec!),
                MediaNames.TitlesOf(rule.VideoCodecs!),
                $"Export it with {MediaNames.Title(rule.VideoCodecs![0])}."
            ),
            Constraint.AudioCodec => (
                $"{MediaNames.Title(spec.AudioCodec!)} sound",
                $"{MediaNames.TitlesOf(rule.AudioCodecs!)} sound",
                $"Export it with {MediaNames.Title(rule.AudioCodecs![0])} sound."
            ),
            Constraint.MinSize => (Size(spec), $"at least {Limits(rule, rule.MinWidth, rule.MinHeight)}", "Export it larger."),
            Constraint.MaxSize => (Size(spec), $"at most {Limits(rule, rule.MaxWidth, rule.MaxHeight)}", "Scale it down."),
            Constraint.MaxPixels => (
                $"{Size(spec)} ({PlainFigures.Number(spec.Size!.Value.Pixels)} pixels)",
                $"at most {PlainFigures.Number(RuleEvaluator.MostPixels(rule, spec)!.Value)} pixels",
                "Scale it down."
            ),
            Constraint.Aspect => ShapeText.OfLimits(rule, spec.Size!.Value),
            Constraint.MinSeconds => (
                PlainFigures.Seconds(spec.DurationSeconds!.Value, up: false),
                $"at least {PlainFigures.Seconds(rule.MinSeconds!.Value, up: true)}",
                "Choose a longer video."
            ),
            Constraint.MaxSeconds => (
                PlainFigures.Seconds(spec.DurationSeconds!.Value, up: true),
                $"at most {PlainFigures.Seconds(rule.MaxSeconds!.Value, up: false)}",
                "Trim it."
            ),
            Constraint.RecommendedSeconds => (
                PlainFigures.Seconds(spec.DurationSeconds!.Value, up: true),
                $"at most {PlainFigures.Seconds(rule.RecommendedMaxSeconds!.Value, up: false)}",
                "Trim it."
            ),
            Constraint.MinFrameRate => (
                PlainFigures.Rate(spec.FrameRate!.Value),
                $"at least {PlainFigures.Rate(rule.MinFrameRate!.Value)}",
                "Export it with more frames a second."
            ),
            Constraint.MaxFrameRate => (
                PlainFigures.Rate(spec.FrameRate!.Value),
                $"at most {PlainFigures.Rate(rule.MaxFrameRate!.Value)}",
                "Export it with fewer frames a second."
            ),
            Constraint.MinBytes => (
                PlainFigures.Bytes(spec.Bytes, up: false),
                $"at least {PlainFigures.Bytes(rule.MinBytes!.Value, up: true)}",
                "Export it in a higher quality."
            ),
            Constraint.MaxBytes => (
                PlainFigures.Bytes(spec.Bytes, up: true),
                $"at most {PlainFigures.Bytes(rule.MaxBytes!.Value, up: false)}",
                "Export it smaller."
            ),
            Constraint.RecommendedSize => ShapeText.OfAdvice(rule, spec.Size!.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(figure)),
        };

    private static string Size(MediaSpec spec) => spec.Size!.Value.ToString();

    private static string Limits(SurfaceRule rule, int? width, int? height) =>
        (width, height) switch
        {
            ({ } wide, { } high) => $"{new PixelSize(wide, high)}{(rule.EitherOrientation && wide != high ? ", either way round" : "")}",
            ({ } wide, null) => $"{PlainFigures.Number(wide)} pixels in width",
            (null, { } high) => $"{PlainFigures.Number(high)} pixels in height",
            (null, null) => throw new ArgumentNullException(nameof(width)),
        };
}
