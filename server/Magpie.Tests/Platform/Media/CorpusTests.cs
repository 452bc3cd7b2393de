using Magpie.Model.Media;
using Magpie.Platform.Media;

namespace Magpie.Tests.Platform.Media;

/// <summary>Every file of the corpus gives what its manifest says.</summary>
public sealed class CorpusTests(StudioFixture media) : IClassFixture<StudioFixture>
{
    // What they are is seen in their structure, by inspection, before a decoder gets them; decoded they are fine.
    private static readonly string[] RefusedByStructure = ["hostile/mp4_timescale_0.mp4"];

    public static TheoryData<string> Names => [.. Corpus.Cases.Keys];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names))]
    public async Task Each_file_gives_what_the_manifest_says(string name)
    {
        var expected = Corpus.Cases[name];
        var folder = media.NewFolder();
        var outcome = await media.Studio.ProcessAsync(expected.Format, name, expected.Path, folder, TestContext.Current.CancellationToken);
        switch (outcome)
        {
            case MediaOutcome.Understood understood:
                Assert.False(expected.MustBeRefused && expected.IsOneOfOurFormats && !RefusedByStructure.Contains(name), $"accepted: {understood.Facts}; {expected.Outcome}");
                CheckFacts(expected, understood.Facts);
                CheckRenditions(expected, understood);
                break;
            case MediaOutcome.Refused refused:
                Assert.False(expected.MustBeAccepted, refused.Because.Message);
                Assert.Contains($"*{name}*", refused.Because.Message, StringComparison.Ordinal);
                break;
            case MediaOutcome.Failed failed:
                Assert.Fail(failed.Reason);
                break;
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void CheckFacts(MediaCase expected, MediaFacts facts)
    {
        Assert.InRange(facts.DurationSeconds ?? 0, 0, 86_400);
        if (!expected.MustBeAccepted)
        {
            return;
        }

        Assert.Equal((expected.Width, expected.Height), (facts.Width, facts.Height));
        Assert.Equal(expected.VideoCodec, facts.VideoCodec);
        Assert.Equal(expected.AudioCodec, facts.AudioCodec);
        Near(expected.Seconds ?? expected.AnimationSeconds, facts.DurationSeconds, 0.15);
        Near(expected.FrameRate, facts.FrameRate, (expected.FrameRate ?? 0) * 0.03);
        if (expected.Animated is "yes" or "no")
        {
            Assert.Equal(expected.Animated == "yes", facts.Animated);
        }
    }

    private static void Near(double? expected, double? actual, double tolerance)
    {
        if (expected is { } number)
        {
            Assert.NotNull(actual);
            Assert.InRange(actual.Value, number - tolerance, number + tolerance);
        }
    }

    private static void CheckRenditions(MediaCase expected, MediaOutcome.Understood understood)
    {
        var kinds = understood.Renditions.Select(rendition => rendition.Kind).ToHashSet();
        Assert.Contains(RenditionKind.Thumb, kinds);
        Assert.Contains(expected.Format.Kind() == MediaKind.Image ? RenditionKind.Preview : RenditionKind.Poster, kinds);
        Assert.All(understood.Renditions, rendition => Assert.True(new FileInfo(rendition.Path).Length > 0));
        Assert.NotEmpty(understood.Placeholder);
    }
}
