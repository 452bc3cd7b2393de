using System.Globalization;

namespace Magpie.Model.Networks;

/// <summary>A shape that media are cropped to.</summary>
/// <param name="Name">For people: <c>4:5</c>.</param>
public sealed record SurfaceRatio(string Name, int Width, int Height)
{
    private const double Near = 0.005;

    private static readonly SurfaceRatio[] Common =
    [
        new("1:1", 1, 1),
        new("4:5", 4, 5),
        new("3:4", 3, 4),
        new("2:3", 2, 3),
        new("9:16", 9, 16),
        new("16:9", 16, 9),
        new("4:3", 4, 3),
        new("3:2", 3, 2),
        new("1.91:1", 191, 100),
    ];

    private double Aspect => (double)Width / Height;

    /// <summary>The ratios that the rules of a surface recommend, then common ones that it allows.</summary>
    public static IReadOnlyList<SurfaceRatio> Of(IReadOnlyList<SurfaceRule> rules)
    {
        var recommended = rules
            .SelectMany(rule =>
                rule.AlsoRecommended.Select(size => size.Aspect)
                    .Prepend(rule.RecommendedAspect ?? Divided(rule.RecommendedWidth, rule.RecommendedHeight) ?? 0)
            )
            .Where(aspect => aspect > 0)
            .Select(Nearest);
        var allowed = Common.Where(ratio =>
            rules.Any(rule => !(ratio.Aspect < rule.MinAspect * (1 - Near)) && !(ratio.Aspect > rule.MaxAspect * (1 + Near)))
        );
        return [.. recommended.Concat(allowed).Distinct()];
    }

    private static SurfaceRatio Nearest(double aspect) =>
        Common.FirstOrDefault(ratio => Math.Abs(ratio.Aspect / aspect - 1) < Near)
        ?? new(aspect.ToString("0.##", CultureInfo.InvariantCulture) + ":1", (int)Math.Round(aspect * 1000), 1000);

    private static double? Divided(int? width, int? height) => width is > 0 && height is > 0 ? (double)width / height : null;
}
