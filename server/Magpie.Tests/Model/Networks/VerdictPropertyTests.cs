using FsCheck;
using FsCheck.Fluent;
using Magpie.Core.Networks;
using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Tests.Model.Networks;

/// <summary>What holds for every file, also for one that cannot be.</summary>
public sealed class VerdictPropertyTests
{
    private static readonly SurfaceCatalog Catalog = NetworkRules.Load(null);
    private static readonly string?[] VideoCodecs = [null, "", "h264", "HEVC", "h265", "vp9", "av1", "prores", "mpeg4", "?"];
    private static readonly string?[] AudioCodecs = [null, "", "aac", "opus", "pcm_s16le"];

    private static readonly Gen<int?> Sides = Gen.OneOf(
        Gen.Constant<int?>(null),
        Gen.Choose(1, 5000).Select(side => (int?)side),
        Gen.Elements<int?>(-1, 0, 1, 320, 540, 608, 630, 720, 960, 1024, 1080, 1350, 1440, 1920, 2160, 3840, int.MaxValue)
    );

    private static readonly Gen<double?> Amounts = Gen.OneOf(
        Gen.Choose(0, 200_000).Select(amount => (double?)(amount / 10.0)),
        Gen.Choose(0, 700).Select(amount => (double?)(amount / 10.0)),
        Gen.Elements<double?>(null, 0, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.Epsilon)
    );

    private static readonly Arbitrary<MediaSpec> AnyFile = (
        from format in Gen.Elements(Enum.GetValues<MediaFormat>())
        from bytes in Gen.OneOf(
            Gen.Choose(0, int.MaxValue).Select(bytes => (long)bytes),
            Gen.Elements(0L, 75_000, 8_000_000, long.MaxValue, -1)
        )
        from width in Sides
        from height in Sides
        from seconds in Amounts
        from rate in Amounts
        from video in Gen.Elements(VideoCodecs)
        from audio in Gen.Elements(AudioCodecs)
        from animated in Gen.Elements(true, false)
        select new MediaSpec(format, bytes, width, height, seconds, rate, video, audio, animated)
    ).ToArbitrary();

    [Fact]
    public void Whatever_a_file_says_of_itself_it_gets_verdicts_with_sentences() =>
        Holds(file =>
        {
            foreach (var verdict in Catalog.VerdictsOf(file))
            {
                Assert.Equal(verdict.Badge is Badge.Green, verdict.Reasons.Count == 0);
                Assert.Equal(verdict.Badge is Badge.Red, verdict.Reasons.Any(reason => reason.Strength is Strength.Requirement));
                Assert.All(
                    verdict.Reasons,
                    reason => Assert.Matches(@"^\S.*; \S.* (accepts?|needs?|recommends?) \S.*[^.]\.$", reason.Sentence)
                );
                Assert.All(verdict.Reasons, reason => Assert.Matches(@"^[A-Z].*\.$", reason.Change));
            }
        });

    [Fact]
    public void The_masks_say_what_the_verdicts_say() =>
        Holds(file =>
        {
            var masks = Catalog.MasksOf(file);
            var verdicts = Catalog.VerdictsOf(file).ToDictionary(verdict => verdict.Surface, verdict => (Badge?)verdict.Badge);

            Assert.All(Catalog.Surfaces, surface => Assert.Equal(verdicts.GetValueOrDefault(surface), masks.On(surface)));
            Assert.Equal(0, (masks.Ideal & ~masks.Usable) | (masks.Usable & ~masks.Judged));
            Assert.Equal(verdicts.Values.Max(), SurfaceCatalog.Worst(masks, Catalog.Surfaces));
        });

    [Fact]
    public void A_green_picture_that_grows_in_its_shape_stays_green_as_long_as_it_keeps_the_limits() =>
        Holds(file =>
        {
            if (file.Size is not { } size || size.LongSide > 10_000)
            {
                return;
            }

            foreach (var factor in (int[])[2, 3, 7])
            {
                var grown = file with { Width = size.Width * factor, Height = size.Height * factor };
                foreach (
                    var rule in Catalog.Rules.Where(rule => rule.Concerns(file) && RuleEvaluator.Evaluate(rule, file).Badge is Badge.Green)
                )
                {
                    var breaches = RuleEvaluator.Evaluate(rule, grown);
                    Assert.Equal(
                        Constraint.None,
                        (breaches.Required | breaches.Recommended) & ~(Constraint.MaxSize | Constraint.MaxPixels)
                    );
                }
            }
        });

    private static void Holds(Action<MediaSpec> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithReplay(20_260_401, 1), Prop.ForAll(AnyFile, property));
}
