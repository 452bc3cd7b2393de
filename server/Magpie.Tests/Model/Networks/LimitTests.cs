using Magpie.Core.Networks;
using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Tests.Model.Networks;

/// <summary>Each figure of each rule: exactly at it a file passes, just beyond it does not.</summary>
public sealed class LimitTests
{
    private static readonly SurfaceCatalog Catalog = NetworkRules.Load(null);

    public static TheoryData<string, MediaKind> Rules => [.. Catalog.Rules.Select(rule => (rule.Surface.Key, rule.Kind))];

    [Theory, MemberData(nameof(Rules))]
    public void A_duration_passes_up_to_the_limit(string surface, MediaKind kind)
    {
        var (rule, file) = Open(surface, kind);

        AtAndBeyond(rule.MinSeconds, Constraint.MinSeconds, at => Evaluate(rule, file with { DurationSeconds = at }), -0.001);
        AtAndBeyond(rule.MaxSeconds, Constraint.MaxSeconds, at => Evaluate(rule, file with { DurationSeconds = at }), 0.001);
        AtAndBeyond(
            rule.RecommendedMaxSeconds,
            Constraint.RecommendedSeconds,
            at => Evaluate(rule, file with { DurationSeconds = at }),
            0.001
        );
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_number_of_bytes_passes_up_to_the_limit(string surface, MediaKind kind)
    {
        var (rule, file) = Open(surface, kind);

        AtAndBeyond(rule.MinBytes, Constraint.MinBytes, at => Evaluate(rule, file with { Bytes = (long)at }), -1);
        AtAndBeyond(rule.MaxBytes, Constraint.MaxBytes, at => Evaluate(rule, file with { Bytes = (long)at }), 1);
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_frame_rate_passes_up_to_the_limit_and_one_per_cent_beyond(string surface, MediaKind kind)
    {
        var (rule, file) = Open(surface, kind);

        AtAndBeyond(rule.MinFrameRate * 0.9901, Constraint.MinFrameRate, at => Evaluate(rule, file with { FrameRate = at }), -0.05);
        AtAndBeyond(rule.MaxFrameRate * 1.0099, Constraint.MaxFrameRate, at => Evaluate(rule, file with { FrameRate = at }), 0.05);
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_shape_passes_up_to_the_limit_and_one_per_cent_beyond(string surface, MediaKind kind)
    {
        var (rule, file) = Open(surface, kind);
        const int High = 10_000_000;

        AtAndBeyond(
            rule.MinAspect * 0.991,
            Constraint.Aspect,
            at => Evaluate(rule, file with { Width = (int)(at * High) + 1, Height = High }),
            -rule.MinAspect * 0.002
        );
        AtAndBeyond(
            rule.MaxAspect * 1.009,
            Constraint.Aspect,
            at => Evaluate(rule, file with { Width = (int)(at * High), Height = High }),
            rule.MaxAspect * 0.002
        );
    }

    [Theory, MemberData(nameof(Rules))]
    public void A_size_passes_up_to_the_limit(string surface, MediaKind kind)
    {
        var (rule, file) = Open(surface, kind);
        // Square, so that the narrower of two limits is the one that is met.
        var least = Max(rule.MinWidth, rule.MinHeight);
        var most = rule.Scaled ? null : Min(rule.MaxWidth, rule.MaxHeight);

        AtAndBeyond(
            least,
            Constraint.MinSize,
            at => Evaluate(rule, file with { Width = (int)at, Height = (int)at }, without: Constraint.RecommendedSize),
            -1
        );
        AtAndBeyond(most, Constraint.MaxSize, at => Evaluate(rule, file with { Width = (int)at, Height = (int)at }), 1);
    }

    [Fact]
    public void A_limit_of_size_that_knows_no_orientation_is_turned_with_the_picture()
    {
        var (rule, file) = Open("tiktok.photo", MediaKind.Image);

        Assert.Equal(Constraint.None, Evaluate(rule, file with { Width = 1080, Height = 1920 }));
        Assert.Equal(Constraint.None, Evaluate(rule, file with { Width = 1920, Height = 1080 }));
        Assert.Equal(Constraint.MaxSize, Evaluate(rule, file with { Width = 1920, Height = 1081 }));
        Assert.Equal(Constraint.MaxSize, Evaluate(rule, file with { Width = 1081, Height = 1920 }));
    }

    [Fact]
    public void A_limit_of_width_holds_for_the_width_alone()
    {
        var (rule, file) = Open("instagram.reel", MediaKind.Video);

        Assert.Equal(Constraint.None, Evaluate(rule, file with { Width = 1920, Height = 3413 }));
        Assert.Equal(Constraint.MaxSize, Evaluate(rule, file with { Width = 2160, Height = 3840 }));
    }

    private static void AtAndBeyond(double? limit, Constraint figure, Func<double, Constraint> judge, double? step)
    {
        if (limit is { } at && at + step >= 0)
        {
            Assert.Equal(Constraint.None, judge(at) & figure);
            Assert.Equal(figure, judge(at + step!.Value) & figure);
        }
    }

    private static Constraint Evaluate(SurfaceRule rule, MediaSpec file, Constraint without = Constraint.None)
    {
        // The advice on size takes the word from a soft limit of size; here the limit itself is asked.
        var asked =
            (without & Constraint.RecommendedSize) == 0
                ? rule
                : rule with
                {
                    RecommendedWidth = null,
                    RecommendedHeight = null,
                    RecommendedAspect = null,
                };
        var breaches = RuleEvaluator.Evaluate(asked, file);
        return breaches.Required | breaches.Recommended;
    }

    private static (SurfaceRule Rule, MediaSpec File) Open(string surface, MediaKind kind) =>
        (
            Catalog.Rules.Single(rule => rule.Surface.Key == surface && rule.Kind == kind),
            new(kind is MediaKind.Image ? MediaFormat.Jpeg : MediaFormat.Mp4, 1_000_000, null, null, Animated: surface == "x.gif")
        );

    private static double? Max(int? one, int? other) =>
        one is null ? other
        : other is null ? one
        : Math.Max(one.Value, other.Value);

    private static double? Min(int? one, int? other) =>
        one is null ? other
        : other is null ? one
        : Math.Min(one.Value, other.Value);
}
