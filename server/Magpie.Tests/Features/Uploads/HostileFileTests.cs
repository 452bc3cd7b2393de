using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Uploads;

/// <summary>Files that ask whoever opens them to open something else: an address of this machine, or a file on its disk.</summary>
public sealed class HostileFileTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Endings = [".mp4", ".mov", ".webm", ".jpg", ".png", ".gif", ".webp"];

    public static TheoryData<string> Lures =>
        ["hls", "hls with a key", "hls over concat", "ffconcat", "dash", "sdp", "svg", "svg with an entity", "mvg", "subtitle link"];

    [Theory, MemberData(nameof(Lures))]
    public async Task A_playlist_or_script_is_refused_under_any_name_and_nothing_is_opened(string lure)
    {
        await using var wire = await new Tripwire().ArmAsync();
        foreach (var target in new[] { wire.Address, $"file://{wire.Canary}", wire.Canary })
        {
            foreach (var ending in Endings)
            {
                using var answer = await new TusClient(app.Owner.Http).SendFileAsync(
                    Encoding.UTF8.GetBytes(TextOf(lure, target, wire.Port)),
                    $"lure{ending}"
                );

                Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
                var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
                Assert.StartsWith($"*lure{ending}* ", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
            }
        }

        await NothingHappenedAsync(wire);
    }

    [Theory]
    [InlineData("url ", true)]
    [InlineData("url ", false)]
    [InlineData("alis", false)]
    [InlineData("rsrc", false)]
    public async Task A_movie_whose_media_lies_elsewhere_is_refused_and_nothing_is_opened(string type, bool onTheNetwork)
    {
        await using var wire = await new Tripwire().ArmAsync();
        var movie = IsoFile.Replace(
            FreeMedia.BytesOf("index_last.mp4"),
            "dref",
            IsoFile.ReferenceTo(type, onTheNetwork ? wire.Address : $"file://{wire.Canary}")
        );

        using var answer = await new TusClient(app.Owner.Http).SendFileAsync(movie, "elsewhere.mp4");

        Assert.Equal(HttpStatusCode.UnprocessableContent, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(
            "*elsewhere.mp4* is only a reference: its media lies in another file. Export it as a self-contained movie.",
            problem.GetProperty("title").GetString()
        );
        await NothingHappenedAsync(wire);
    }

    private async Task NothingHappenedAsync(Tripwire wire)
    {
        var stock = new Leftovers(app);
        Assert.Equal(0, wire.Connections);
        Assert.Equal((0, 0), await stock.StorageAsync());
        Assert.Empty(stock.Blobs());
        Assert.Empty(stock.Scratch());
        using var alive = await app.Owner.Http.GetAsync("/api/assets");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    private static string TextOf(string lure, string target, int port) =>
        lure switch
        {
            "hls" => $"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{target}\n#EXT-X-ENDLIST\n",
            "hls with a key" =>
                $"#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"{target}\"\n#EXT-X-MAP:URI=\"{target}\"\n#EXTINF:9,\n{target}\n#EXT-X-ENDLIST\n",
            "hls over concat" => $"#EXTM3U\n#EXTINF:9,\nconcat:{target}|{target}\n#EXT-X-ENDLIST\n",
            "ffconcat" => $"ffconcat version 1.0\nfile '{target}'\n",
            "dash" => "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" "
                + "type=\"static\"><Period><AdaptationSet><Representation "
                + $"id=\"1\"><BaseURL>{target}</BaseURL></Representation></AdaptationSet></Period></MPD>",
            "sdp" => $"v=0\no=- 0 0 IN IP4 127.0.0.1\ns={target}\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {port} RTP/AVP 96\na=rtpmap:96 "
                + "H264/90000\n",
            "svg" => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><image href=\"{target}\" width=\"9\" "
                + "height=\"9\"/></svg>",
            "svg with an entity" => $"<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY x SYSTEM \"{target}\">]><svg "
                + "xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>",
            "mvg" => $"push graphic-context\nviewbox 0 0 9 9\nimage over 0,0 9,9 '{target}'\npop graphic-context\n",
            "subtitle link" => $"WEBVTT\n\nSTYLE\n@import url({target});\n",
            _ => throw new ArgumentOutOfRangeException(nameof(lure)),
        };
}
