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
        var parts = Parts(figure, rule, spec);
        // A minimum is "needed" and a fixed list is "accepted"; recommendations are always "recommended".
        var verb =
            strength is Strength.Recommendation ? "recommend"
            : IsFloor(figure) ? "need"
            : "accept";
        return new(figure, strength, $"{parts.What}; {rule.Surface.Does(verb)} {parts.Wants}.", parts.Change)
        {
            Members = Values.Of([("surface", rule.Surface.Key), ("surfaceName", rule.Surface.Title), .. parts.Members]),
        };
    }

    private static bool IsFloor(Constraint figure) =>
        (figure & (Constraint.MinSize | Constraint.MinSeconds | Constraint.MinFrameRate | Constraint.MinBytes)) != 0;

    private static ReasonParts Parts(Constraint figure, SurfaceRule rule, MediaSpec spec) =>
        figure switch
        {
            Constraint.Format => new(
                MediaNames.Title(MediaNames.Of(spec.Format)),
                MediaNames.TitlesOf(rule.Formats!),
                $"Export it as {MediaNames.Title(rule.Formats![0])}.",
                ("actual", MediaNames.Of(spec.Format)),
                ("wanted", rule.Formats)
            ),
            Constraint.VideoCodec => new(
                MediaNames.Title(spec.VideoCodec!),
                MediaNames.TitlesOf(rule.VideoCodecs!),
                $"Export it with {MediaNames.Title(rule.VideoCodecs![0])}.",
                ("actual", spec.VideoCodec),
                ("wanted", rule.VideoCodecs)
            ),
            Constraint.AudioCodec => new(
                $"{MediaNames.Title(spec.AudioCodec!)} sound",
                $"{MediaNames.TitlesOf(rule.AudioCodecs!)} sound",
                $"Export it with {MediaNames.Title(rule.AudioCodecs![0])} sound.",
                ("actual", spec.AudioCodec),
                ("wanted", rule.AudioCodecs)
            ),
            Constraint.MinSize => new(
                Size(spec),
                $"at least {Limits(rule, rule.MinWidth, rule.MinHeight)}",
                "Export it larger.",
                ("width", spec.Width),
                ("height", spec.Height),
                ("minWidth", rule.MinWidth),
                ("minHeight", rule.MinHeight),
                ("eitherOrientation", rule.EitherOrientation)
            ),
            Constraint.MaxSize => new(
                Size(spec),
                $"at most {Limits(rule, rule.MaxWidth, rule.MaxHeight)}",
                "Resize.",
                ("width", spec.Width),
                ("height", spec.Height),
                ("maxWidth", rule.MaxWidth),
                ("maxHeight", rule.MaxHeight),
                ("eitherOrientation", rule.EitherOrientation)
            ),
            Constraint.MaxPixels => new(
                $"{Size(spec)} ({PlainFigures.Number(spec.Size!.Value.Pixels)} pixels)",
                $"at most {PlainFigures.Number(RuleEvaluator.MostPixels(rule, spec)!.Value)} pixels",
                "Resize.",
                ("width", spec.Width),
                ("height", spec.Height),
                ("actual", spec.Size!.Value.Pixels),
                ("max", RuleEvaluator.MostPixels(rule, spec))
            ),
            Constraint.Aspect => ShapeText.OfLimits(rule, spec.Size!.Value),
            Constraint.MinSeconds => new(
                PlainFigures.Seconds(spec.DurationSeconds!.Value, up: false),
                $"at least {PlainFigures.Seconds(rule.MinSeconds!.Value, up: true)}",
                "Choose a longer video.",
                ("actual", spec.DurationSeconds),
                ("min", rule.MinSeconds)
            ),
            Constraint.MaxSeconds => new(
                PlainFigures.Seconds(spec.DurationSeconds!.Value, up: true),
                $"at most {PlainFigures.Seconds(rule.MaxSeconds!.Value, up: false)}",
                "Trim it.",
                ("actual", spec.DurationSeconds),
                ("max", rule.MaxSeconds)
            ),
            Constraint.RecommendedSeconds => new(
                PlainFigures.Seconds(spec.DurationSeconds!.Value, up: true),
                $"at most {PlainFigures.Seconds(rule.RecommendedMaxSeconds!.Value, up: false)}",
                "Trim it.",
                ("actual", spec.DurationSeconds),
                ("max", rule.RecommendedMaxSeconds)
            ),
            Constraint.MinFrameRate => new(
                PlainFigures.Rate(spec.FrameRate!.Value),
                $"at least {PlainFigures.Rate(rule.MinFrameRate!.Value)}",
                "Export it with more frames a second.",
                ("actual", spec.FrameRate),
                ("min", rule.MinFrameRate)
            ),
            Constraint.MaxFrameRate => new(
                PlainFigures.Rate(spec.FrameRate!.Value),
                $"at most {PlainFigures.Rate(rule.MaxFrameRate!.Value)}",
                "Export it with fewer frames a second.",
                ("actual", spec.FrameRate),
                ("max", rule.MaxFrameRate)
            ),
            Constraint.MinBytes => new(
                PlainFigures.Bytes(spec.Bytes, up: false),
                $"at least {PlainFigures.Bytes(rule.MinBytes!.Value, up: true)}",
                "Export it in a higher quality.",
                ("actual", spec.Bytes),
                ("min", rule.MinBytes)
            ),
            Constraint.MaxBytes => new(
                PlainFigures.Bytes(spec.Bytes, up: true),
                $"at most {PlainFigures.Bytes(rule.MaxBytes!.Value, up: false)}",
                "Export it smaller.",
                ("actual", spec.Bytes),
                ("max", rule.MaxBytes)
            ),
            Constraint.RecommendedSize => ShapeText.OfAdvice(rule, spec.Size!.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(figure)),
        };

    private static string Size(MediaSpec spec) => spec.Size!.Value.ToString();

    private static string Limits(SurfaceRule rule, int? width, int? height) =>
        (width, height) switch
        {
            ({ } wide, { } high) =>
                $"{new PixelSize(wide, high)}{(rule.EitherOrientation && wide != high ? " in either orientation" : "")}",
            ({ } wide, null) => $"{PlainFigures.Number(wide)} pixels in width",
            (null, { } high) => $"{PlainFigures.Number(high)} pixels in height",
            (null, null) => throw new ArgumentNullException(nameof(width)),
        };
}

/// <summary>What a reason is made of: its words, and the values in them.</summary>
internal sealed record ReasonParts(string What, string Wants, string Change, params IReadOnlyList<(string Name, object? Value)> Members);
