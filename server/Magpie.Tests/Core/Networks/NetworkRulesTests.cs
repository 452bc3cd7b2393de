using System.Text.Json.Nodes;
using Magpie.Core.Networks;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Platform;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Core.Networks;

public sealed class NetworkRulesTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Every_surface_that_Magpie_knows_has_a_rule()
    {
        var catalog = NetworkRules.Load(null);

        Assert.Equal(KnownSurfaces.All, catalog.Surfaces);
        Assert.Equal(28, catalog.Rules.Count);
    }

    [Fact]
    public void Every_figure_of_the_file_arrives_in_its_rule()
    {
        var reel = Rule(NetworkRules.Load(null), "instagram.reel", MediaKind.Video);

        Assert.Equal(["mp4", "mov"], reel.Formats);
        Assert.Equal(["h264", "hevc"], reel.VideoCodecs);
        Assert.Equal((1920, 1080, 1920), (reel.MaxWidth, reel.RecommendedWidth, reel.RecommendedHeight));
        Assert.Equal((0.01, 10, 0.5625), (reel.MinAspect, reel.MaxAspect, reel.RecommendedAspect));
        Assert.Equal((3, 900, 300_000_000), (reel.MinSeconds, reel.MaxSeconds, reel.MaxBytes));
        Assert.Equal((23, 60), (reel.MinFrameRate, reel.MaxFrameRate));
        Assert.Equal((2200, "chars", 1), (reel.CaptionMax, reel.CaptionUnit, reel.MaxItems));
        Assert.Equal(["rec_w", "rec_h"], reel.ThirdPartyFields);
        Assert.Equal(["IGM", "IGV", "AYI"], reel.Sources);
        Assert.StartsWith("moov first", reel.Note);
    }

    [Fact]
    public void A_row_of_the_operator_takes_the_place_of_the_product_s()
    {
        var catalog = Load(
            """[{"network": "mastodon", "surface": "post", "kind": "image", "formats": ["JPEG"], "max_bytes": 40000000}] // ours"""
        );

        var rule = Rule(catalog, "mastodon.post", MediaKind.Image);
        Assert.Equal((40_000_000, null), (rule.MaxBytes, rule.CaptionMax));
        Assert.Equal(["jpeg"], rule.Formats);
        Assert.Equal(28, catalog.Rules.Count);
        Assert.NotEqual(NetworkRules.Load(null).RulesVersion, catalog.RulesVersion);
    }

    [Fact]
    public void A_row_that_does_not_say_how_it_is_read_is_read_as_before()
    {
        var kept = Load("""[{"network": "instagram", "surface": "feed", "kind": "image", "max_w": 1440}]""");
        var said = Load("""[{"network": "instagram", "surface": "feed", "kind": "image", "max_w": 1440, "scaled": false}]""");
        var wide = new MediaSpec(MediaFormat.Jpeg, 1, 2000, 2000);

        Assert.Equal(Badge.Green, kept.MasksOf(wide).On(kept.Find("instagram.feed")!));
        Assert.Equal(Badge.Red, said.MasksOf(wide).On(said.Find("instagram.feed")!));
    }

    [Fact]
    public void The_operator_may_add_a_surface_with_a_number_of_its_own()
    {
        var catalog = Load(
            """
            [
              {"network": "vimeo", "surface": "live_video", "kind": "video", "number": 62, "max_seconds": 60},
              {"network": "x", "surface": "header", "kind": "image", "number": 40, "title": "X headers", "min_w": 1500},
            ]
            """
        );

        Assert.Equal(
            [("X headers", "X"), ("Vimeo live video", "Vimeo")],
            catalog.Surfaces.Skip(19).Select(added => (added.Title, added.NetworkTitle))
        );
        Assert.Equal(Badge.Red, catalog.MasksOf(new(MediaFormat.Mp4, 1, 10, 10, 61)).On(catalog.Find("vimeo.live_video")!));
        Assert.Equal(1L << 62, catalog.Find("vimeo.live_video")!.Bit);
    }

    [Theory]
    [InlineData("", "it is not JSON: ")]
    [InlineData("[{]", "it is not JSON: ")]
    [InlineData("{}", "it must be a list of rows, in square brackets.")]
    [InlineData("[7]", "row 1 is not an object in curly brackets.")]
    [InlineData("""[{"network": "x", "surface": "post", "kind": "image", "max_byte": 1}]""", "row 1 has an unknown field, \"max_byte\".")]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "image", "max_bytes": "1"}]""",
        "row 1 has a value of the wrong kind at max_bytes."
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "image", "max_w": 1.5}]""",
        "row 1 has a value of the wrong kind at max_w."
    )]
    [InlineData("""[{"network": "x", "surface": "post"}]""", "row 1 (x.post, ): kind must be \"image\" or \"video\".")]
    [InlineData(
        """[{"network": "X", "surface": "post", "kind": "image"}]""",
        "row 1 (X.post, image): network must be lower-case letters, digits and underscores."
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "image", "formats": [null]}]""",
        "row 1 (x.post, image): formats has an empty entry."
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "image", "max_bytes": 0}]""",
        "row 1 (x.post, image): max_bytes must be a number above 0."
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "image", "rec_aspect": 1e999}]""",
        "row 1 (x.post, image): rec_aspect must be a number above 0."
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "image", "min_bytes": -1}]""",
        "row 1 (x.post, image): min_bytes must be a number from 0."
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "video", "min_seconds": 9, "max_seconds": 5.5}]""",
        "row 1 (x.post, video): min_seconds 9 is more than max_seconds 5.5."
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "video", "advisory": ["max_w"]}]""",
        "row 1 (x.post, video): advisory has \"max_w\"; it may have formats, "
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "video", "rec_also": [[1]]}]""",
        "row 1 (x.post, video): rec_also must be pairs of width and height, "
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "video", "title": " "}]""",
        "row 1 (x.post, video): title must have 1 to 60 characters."
    )]
    [InlineData(
        """[{"network": "x", "surface": "post", "kind": "video", "number": 40}]""",
        "row 1 (x.post, video): number is 40, but Magpie knows this surface as number 9; leave it out."
    )]
    [InlineData(
        """[{"network": "vimeo", "surface": "video", "kind": "video"}]""",
        "row 1 (vimeo.video, video): Magpie does not know this surface, so it needs a number of its own from 32 to 62."
    )]
    [InlineData(
        """[{"network": "vimeo", "surface": "video", "kind": "video", "number": 63}]""",
        "row 1 (vimeo.video, video): Magpie does not know this surface, so it needs a number of its own from 32 to 62."
    )]
    [InlineData(
        """[{"network": "x", "surface": "gif", "kind": "image"}, {"network": "x", "surface": "gif", "kind": "image"}]""",
        "row 2 is the second one for x.gif, image."
    )]
    [InlineData(
        """[{"network": "a", "surface": "a", "kind": "image", "number": 32}, {"network": "b", "surface": "b", "kind": "image", "number": 32}]""",
        "number 32 is given to a.a and b.b; each surface needs its own."
    )]
    [InlineData(
        """[{"network": "a", "surface": "a", "kind": "image", "number": 32}, {"network": "a", "surface": "a", "kind": "video", "number": 33}]""",
        "a.a has two numbers; its rows for image and video need the same one."
    )]
    public void A_wrong_file_is_refused_with_what_is_wrong_in_it(string json, string sentence)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Load(json));

        Assert.StartsWith($"Magpie:Networks:RulesFile: {file} cannot be used: {sentence}", refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_by_its_name()
    {
        var refusal = Assert.Throws<StartRefusedException>(() => NetworkRules.Load("/nowhere/rules.json"));

        Assert.StartsWith("Magpie:Networks:RulesFile: /nowhere/rules.json cannot be used: ", refusal.Message);
    }

    [Fact]
    public void The_file_may_be_a_copy_of_the_product_s()
    {
        using var json = typeof(NetworkRules).Assembly.GetManifestResourceStream("network-media-rules.json")!;
        var copy = Load(JsonNode.Parse(json)!.ToJsonString());

        Assert.Equal(NetworkRules.Load(null).RulesVersion, copy.RulesVersion);
    }

    private SurfaceCatalog Load(string json)
    {
        File.WriteAllText(file, json);
        return NetworkRules.Load(file);
    }

    private static SurfaceRule Rule(SurfaceCatalog catalog, string surface, MediaKind kind) =>
        catalog.Rules.Single(rule => rule.Surface.Key == surface && rule.Kind == kind);
}

public sealed class NetworkRulesAtTheStartTests(NetworkRulesAtTheStartTests.App app) : IClassFixture<NetworkRulesAtTheStartTests.App>
{
    [Fact]
    public void The_server_takes_the_file_that_the_configuration_names() =>
        Assert.Equal(7, app.Services.GetRequiredService<SurfaceCatalog>().Rules.Single(rule => rule.Surface.Key == "x.gif").MaxBytes);

    public sealed class App : TestApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings
        {
            get
            {
                var rules = Path.Combine(DataFolder, "rules.json");
                File.WriteAllText(rules, """[{"network": "x", "surface": "gif", "kind": "image", "max_bytes": 7}]""");
                return [new("Magpie:Networks:RulesFile", rules)];
            }
        }
    }
}
