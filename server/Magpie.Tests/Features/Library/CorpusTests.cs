using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Magpie.Model.Media;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>Every file of the free set, and of the large corpus where that lies beside the clone, gives what its manifest says.</summary>
[Trait(MediaCorpus.Trait, MediaCorpus.Large)]
public sealed class CorpusTests(CorpusApp app) : IClassFixture<CorpusApp>
{
    // 97 frames of 200 ms: so say its own bytes, exiftool, and Chromium's ImageDecoder. The manifest counts 63 of them.
    private const string LongerThanItsRow = "images/webp_anim_97_frames_13x169.webp";

    public static TheoryData<string> Accepted => PathsOf(CorpusOutcome.Accept);

    public static TheoryData<string> Refused => PathsOf(CorpusOutcome.Refuse);

    public static TheoryData<string> Either => PathsOf(CorpusOutcome.Either);

    [Fact]
    public void The_files_that_every_clone_has_are_of_every_outcome() =>
        Assert.Equal(Enum.GetValues<CorpusOutcome>(), FreeMedia.Files.Select(file => file.Outcome).Distinct().Order());

    [Theory, MemberData(nameof(Accepted))]
    public void A_good_file_becomes_an_asset_as_its_row_describes_it(string path)
    {
        var (visit, asset) = ReadyAsset(path);
        var file = visit.File;

        Assert.Equal(visit.Name, asset.GetProperty("name").GetString());
        Assert.Equal(file.ExpectedFormat!.Value.ToString(), asset.GetProperty("format").GetString(), ignoreCase: true);
        Assert.Equal(file.ExpectedFormat.Value.Kind().ToString(), asset.GetProperty("kind").GetString(), ignoreCase: true);
        Assert.Equal(file.ExpectedFormat.Value.MediaType(), asset.GetProperty("mediaType").GetString());
        Assert.Equal((file.Width, file.Height), (asset.GetProperty("width").GetInt32(), asset.GetProperty("height").GetInt32()));
        Assert.Equal(file.VideoCodec, asset.GetProperty("videoCodec").GetString());
        Assert.Equal(file.AudioCodec, asset.GetProperty("audioCodec").GetString());
        Near(Seconds(file), Number(asset, "durationSeconds"), 0.15);
        Near(file.FrameRate, Number(asset, "frameRate"), (file.FrameRate ?? 0) * 0.03);
        Assert.Equal(file.Bytes, asset.GetProperty("bytes").GetInt64());
        Assert.Equal((file.Sha256, file.Sha256), (asset.GetProperty("sha256").GetString(), visit.Sha256));
        if (file.Animated is { } animated)
        {
            Assert.Equal(animated, asset.GetProperty("animated").GetBoolean());
        }
    }

    [Theory, MemberData(nameof(Refused))]
    public void A_bad_file_is_refused_with_a_sentence_and_leaves_nothing(string path)
    {
        var visit = app[path];

        Assert.True(visit.Asset is null, $"accepted: {visit.Asset}");
        IsAProperRefusal(visit);
        Assert.Empty(visit.Left);
    }

    [Theory, MemberData(nameof(Either))]
    public void An_odd_file_is_refused_properly_or_becomes_a_sane_asset_or_one_that_says_what_is_wrong_with_it(string path)
    {
        var visit = app[path];
        if (visit.Asset is null)
        {
            IsAProperRefusal(visit);
            Assert.Empty(visit.Left);
            return;
        }

        if (FailureOf(visit) is { } reason)
        {
            Assert.Matches($"^\\*{Regex.Escape(visit.Name)}\\* .*\\.$", reason);
            return;
        }

        var (_, asset) = ReadyAsset(path);
        Assert.Equal(visit.File.ExpectedFormat!.Value.MediaType(), asset.GetProperty("mediaType").GetString());
        Assert.InRange((long)asset.GetProperty("width").GetInt32() * asset.GetProperty("height").GetInt32(), 1, 100_000_000);
        Assert.InRange(Number(asset, "durationSeconds") ?? 0, 0, 86_400);
        Assert.InRange(Number(asset, "frameRate") ?? 1, 0.001, 250);
        Assert.Equal(visit.File.Sha256, visit.Sha256);
    }

    [Theory, MemberData(nameof(Accepted)), MemberData(nameof(Either))]
    public void What_was_kept_is_served_as_what_it_is_and_leaves_nothing_when_deleted(string path)
    {
        var visit = app[path];
        if (visit.Asset is { } asset)
        {
            Assert.Equal((asset.GetProperty("mediaType").GetString(), "nosniff"), (visit.ServedAs, visit.Sniffing));
            Assert.Empty(visit.Left);
        }
    }

    [Theory, MemberData(nameof(Accepted)), MemberData(nameof(Either))]
    public void The_renditions_of_a_kept_file_are_those_of_its_kind(string path)
    {
        if (app[path].Asset is { } asset && FailureOf(app[path]) is null)
        {
            RenditionRules.Check(app[path], asset);
        }
    }

    [Fact]
    public async Task After_all_of_them_nothing_is_left()
    {
        var stock = new Leftovers(app);

        Assert.Equal((0, 0), await stock.StorageAsync());
        Assert.Equal(0, await stock.PromisedRemovalsAsync());
        Assert.Empty(stock.Blobs());
        Assert.Empty(stock.Scratch());
    }

    private (CorpusResult Visit, JsonElement Asset) ReadyAsset(string path)
    {
        var visit = app[path];
        Assert.True(visit.Asset is not null, $"refused: {visit.Refusal}");
        Assert.True(visit.Asset.Value.GetProperty("status").GetString() == "ready", $"{visit.Asset.Value.GetProperty("failure")}");
        return (visit, visit.Asset.Value);
    }

    private static string? FailureOf(CorpusResult visit) =>
        visit.Asset!.Value.GetProperty("failure") is { ValueKind: JsonValueKind.Object } failure
            ? failure.GetProperty("reason").GetString()
            : null;

    private static void IsAProperRefusal(CorpusResult visit)
    {
        var refusal = visit.Refusal!.Value;
        var sentence = refusal.GetProperty("title").GetString()!;
        Assert.StartsWith($"*{visit.Name}* ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        var rule = refusal.GetProperty("type").GetString()!["urn:magpie:".Length..];
        Assert.True(RefusalReasons.Allow(visit.File, rule), $"{visit.File.Reason}: {rule}: {sentence}");
        Assert.True(
            visit.RefusalStatus is HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableContent,
            $"{visit.RefusalStatus}"
        );
    }

    private static double? Seconds(CorpusFile file) => file.Path == LongerThanItsRow ? 19.4 : file.DurationSeconds ?? file.AnimationSeconds;

    private static void Near(double? expected, double? actual, double tolerance)
    {
        if (expected is { } number)
        {
            Assert.NotNull(actual);
            Assert.InRange(actual.Value, number - tolerance, number + tolerance);
        }
    }

    private static double? Number(JsonElement asset, string name) =>
        asset.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static TheoryData<string> PathsOf(CorpusOutcome outcome) =>
        [.. MediaCorpus.AllFiles.Where(file => file.Outcome == outcome).Select(file => file.Path)];
}
