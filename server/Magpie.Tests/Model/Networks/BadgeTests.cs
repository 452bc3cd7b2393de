using Magpie.Core.Networks;
using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Tests.Model.Networks;

public sealed class BadgeTests
{
    private static readonly SurfaceCatalog Catalog = NetworkRules.Load(null);

    public static TheoryData<string, string, Badge, string[]> Cases =>
        [.. BadgeTable.All.Select(row => (row.Surface, row.File, row.Badge, row.Words))];

    [Theory, MemberData(nameof(Cases))]
    public void A_file_gets_its_badge_and_the_reasons_in_words(string surface, string file, Badge badge, string[] words)
    {
        var verdict = VerdictOn(surface, file)!;

        Assert.Equal(words, verdict.Reasons.Select(reason => $"{reason.Sentence} {reason.Change}"));
        Assert.Equal(badge, verdict.Badge);
    }

    [Fact]
    public void The_table_has_every_badge_that_a_rule_can_give()
    {
        var missing =
            from rule in Catalog.Rules
            from badge in Enum.GetValues<Badge>()
            where badge is not Badge.Amber || Recommends(rule)
            where !BadgeTable.All.Any(row => row.Surface == rule.Surface.Key && Files.Of(row.File).Kind == rule.Kind && row.Badge == badge)
            select $"{rule.Surface.Key} {rule.Kind} {badge}";

        Assert.Empty(missing);
    }

    [Fact]
    public void A_surface_for_another_kind_of_media_has_no_verdict()
    {
        Assert.Null(VerdictOn("instagram.reel", "jpeg 1080x1920"));
        Assert.Null(VerdictOn("instagram.feed", "mp4 1080x1350"));
        Assert.Null(VerdictOn("youtube.thumbnail", "mp4 1920x1080"));
    }

    [Fact]
    public void A_still_picture_has_no_verdict_where_only_animations_belong()
    {
        Assert.Null(VerdictOn("x.gif", "gif 400x400"));
        Assert.Null(VerdictOn("x.gif", "jpeg 400x400"));
        Assert.NotNull(VerdictOn("x.gif", "gif 400x400 animated"));
    }

    [Fact]
    public void What_is_not_known_yet_is_not_held_against_a_file()
    {
        Assert.All(Catalog.VerdictsOf(Files.Of("mp4 unknown")), verdict => Assert.Equal(Badge.Green, verdict.Badge));
        Assert.Equal(Badge.Red, VerdictOn("instagram.reel", "mp4 unknown 301MB")!.Badge);
        Assert.Equal(Badge.Red, VerdictOn("instagram.reel", "webm unknown")!.Badge);
        Assert.Equal(Badge.Amber, VerdictOn("instagram.reel", "mp4 unknown 720x1280")!.Badge);
    }

    [Theory]
    [InlineData("hevc"), InlineData("h265"), InlineData("HEVC"), InlineData("hvc1")]
    public void A_codec_is_known_by_each_of_its_names(string codec)
    {
        Assert.Equal(Badge.Green, VerdictOn("instagram.reel", $"mp4 1080x1920 {codec}")!.Badge);
        Assert.Equal(Badge.Green, VerdictOn("tiktok.video", $"mp4 1080x1920 {codec}")!.Badge);
        Assert.Equal(Badge.Green, VerdictOn("facebook.reel", $"mp4 1080x1920 {codec}")!.Badge);
    }

    [Fact]
    public void Every_breach_is_told_what_is_required_first()
    {
        var verdict = VerdictOn("facebook.reel", "mov 540x960 120s opus")!;

        Assert.Equal(
            [
                (Constraint.Format, Strength.Requirement),
                (Constraint.MaxSeconds, Strength.Requirement),
                (Constraint.AudioCodec, Strength.Recommendation),
                (Constraint.RecommendedSize, Strength.Recommendation),
            ],
            verdict.Reasons.Select(reason => (reason.Constraint, reason.Strength))
        );
    }

    [Fact]
    public void Verdicts_come_in_the_order_of_the_catalogue()
    {
        Assert.Equal(
            [
                "instagram.feed",
                "instagram.story",
                "tiktok.photo",
                "facebook.feed",
                "facebook.story",
                "x.post",
                "linkedin.feed",
                "pinterest.pin",
                "youtube.thumbnail",
                "threads.post",
                "bluesky.post",
                "mastodon.post",
            ],
            Catalog.VerdictsOf(Files.Of("jpeg 1000x1000")).Select(verdict => verdict.Surface.Key)
        );
    }

    private static SurfaceVerdict? VerdictOn(string surface, string file) =>
        Catalog.VerdictsOf(Files.Of(file)).SingleOrDefault(verdict => verdict.Surface.Key == surface);

    private static bool Recommends(SurfaceRule rule) =>
        rule.RecommendedWidth is not null
        || rule.RecommendedAspect is not null
        || rule.RecommendedMaxSeconds is not null
        || rule.Scaled
        || (rule.Kind is MediaKind.Video && rule.Advisory != Constraint.None);
}
