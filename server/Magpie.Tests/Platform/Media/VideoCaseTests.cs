using Magpie.Model.Posts;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Platform.Media;

/// <summary>Videos as cameras and editors really write them, and what becomes of them where they leave the team.</summary>
[RunsOnce]
public sealed partial class VideoCaseTests(SharedApp app) : IClassFixture<SharedApp>, IDisposable
{
    private const double OneFrame = 0.045;

    private readonly TestFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mp4", null)]
    [InlineData("mov", "pcm_s16le")]
    [InlineData("mov", "pcm_s24be")]
    [InlineData("mov", "pcm_f32be")]
    [InlineData("mov", "pcm_alaw")]
    [InlineData("mp4", "alac")]
    public async Task A_video_with_the_sound_of_a_camera_gets_a_public_link(string container, string? sound)
    {
        var path = sound is null ? Case("01-sony-xavcs-pcm-audio.mp4") : await MakeAsync(container, "-c:a", sound);
        var (_, shared) = await ShareAsync(path);

        var streams = (await Ffmpeg.ProbeAsync(shared)).GetProperty("streams").EnumerateArray().ToList();
        Assert.Equal(["video", "audio"], streams.Select(stream => stream.GetProperty("codec_type").GetString()));
        Assert.All(streams, stream => Assert.Equal(1, Seconds(stream), 0.1));
        Assert.Equal(sound is null ? "aac" : sound, streams[1].GetProperty("codec_name").GetString());
    }

    [Theory, InlineData(null), InlineData("prores_ks")]
    public async Task One_picture_that_is_shown_for_30_seconds_is_a_video_of_30_seconds(string? coder)
    {
        var path = Case("08a-one-frame-of-30-s.mp4");
        if (coder is not null)
        {
            path = Path.Combine(folder.Path, "still.mov");
            await Ffmpeg.RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=s=64x64:r=1/30:d=30", "-c:v", coder, path);
        }

        var asset = await app.Owner.AddAssetAsync(path);
        Assert.Equal(30, asset.GetProperty("durationSeconds").GetDouble(), 0.1);
        var hover = await FetchAsync(RenditionOf(asset, "hover"), "hover.mp4");
        Assert.InRange(Seconds((await Ffmpeg.ProbeAsync(hover)).GetProperty("format")), 3.5, 4.1);
        RenditionOf(asset, "poster");
        if (coder is not null)
        {
            Assert.Equal(
                30,
                Seconds((await Ffmpeg.ProbeAsync(await FetchAsync(RenditionOf(asset, "playback"), "play.mp4"))).GetProperty("format")),
                0.2
            );
        }

        var part = await PublishAsync(path, asset, new Trim(5, 10));
        Assert.Equal(5, Seconds((await Ffmpeg.ProbeAsync(part)).GetProperty("format")), 0.1);
        var (_, shared) = await ShareAsync(asset, path);
        Assert.Equal(30, Seconds((await Ffmpeg.ProbeAsync(shared)).GetProperty("format")), 0.1);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_thumbnail_before_the_moving_pictures_is_not_the_video(bool isLarger)
    {
        var path = Case("10-jpeg-thumbnail-track-first.mp4");
        if (isLarger)
        {
            path = Path.Combine(folder.Path, "thumbnail.mp4");
            await Ffmpeg.RunAsync(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=160x120:r=25:d=0.04",
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=64x48:r=25:d=2",
                "-map",
                "0",
                "-map",
                "1",
                "-c:v:0",
                "mjpeg",
                "-c:v:1",
                "libx264",
                "-pix_fmt:v:1",
                "yuv420p",
                "-disposition:v",
                "default",
                path
            );
        }

        var asset = await app.Owner.AddAssetAsync(path);
        var moving = (await Ffmpeg.ProbeAsync(path)).GetProperty("streams")[1];

        Assert.Equal("h264", asset.GetProperty("videoCodec").GetString());
        Assert.Equal(
            (moving.GetProperty("width").GetInt32(), moving.GetProperty("height").GetInt32()),
            (asset.GetProperty("width").GetInt32(), asset.GetProperty("height").GetInt32())
        );
        Assert.Equal(2, asset.GetProperty("durationSeconds").GetDouble(), 0.05);
        var (_, shared) = await ShareAsync(asset, path);
        foreach (var made in (string[])[shared, await PublishAsync(path, asset), await PublishAsync(path, asset, new Trim(0, 2))])
        {
            var picture = Assert.Single(
                (await Ffmpeg.ProbeAsync(made)).GetProperty("streams").EnumerateArray(),
                stream => stream.GetProperty("codec_type").GetString() == "video"
            );
            Assert.Equal(("h264", "50"), (picture.GetProperty("codec_name").GetString(), picture.GetProperty("nb_frames").GetString()));
        }
    }

    [Theory, InlineData(null), InlineData("webm")]
    public async Task Where_the_second_sound_is_the_one_to_be_played_it_is_the_one_that_is_heard(string? container)
    {
        var path = Case("14-default-sound-is-second-track-hevc.mp4");
        if (container is not null)
        {
            path = Path.Combine(folder.Path, $"two.{container}");
            await Ffmpeg.RunAsync(
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc=s=64x64:r=25:d=2",
                "-f",
                "lavfi",
                "-i",
                "sine=f=300:d=2",
                "-f",
                "lavfi",
                "-i",
                "sine=f=1200:d=2",
                "-map",
                "0",
                "-map",
                "1",
                "-map",
                "2",
                "-c:v",
                "libvpx",
                "-c:a",
                "libopus",
                "-disposition:a:0",
                "0",
                "-disposition:a:1",
                "default",
                path
            );
        }

        var (other, wanted) = (await PitchAsync(path, 0), await PitchAsync(path, 1));
        Assert.True(Math.Abs(wanted - other) > 100, $"{wanted} Hz and {other} Hz are not told apart");
        var asset = await app.Owner.AddAssetAsync(path);
        var (_, shared) = await ShareAsync(asset, path);
        List<string> made = [shared, await PublishAsync(path, asset), await PublishAsync(path, asset, new Trim(0.2, 1.8))];
        if (container is null)
        {
            made.Add(await FetchAsync(RenditionOf(asset, "playback"), "play.mp4"));
        }

        foreach (var file in made)
        {
            Assert.Equal(wanted, await PitchAsync(file, 0), 60.0);
        }
    }

    [
        Theory,
        InlineData("15-trimmed-by-edit-list.mp4"),
        InlineData("cut.mov"),
        InlineData("cut-hevc.mov"),
        InlineData("cut-pcm.mov"),
        InlineData("cut-silent.mov")
    ]
    public async Task What_an_edit_list_hides_leaves_with_no_file_and_the_rest_keeps_its_times(string name)
    {
        var path = name.StartsWith("cut", StringComparison.Ordinal) ? await CutAsync(name) : Case(name);
        var shown = await TimesAsync(path);
        Assert.True(await PacketsAsync(path, "v") > shown.Count, "Nothing is hidden in the file to begin with.");
        var (asset, shared) = await ShareAsync(path);

        var copied = await TimesAsync(shared);
        Assert.Equal(shown.Count, copied.Count);
        Assert.All(shown.Zip(copied), pair => Assert.Equal(pair.First - shown[0], pair.Second - copied[0], 0.002));
        Assert.InRange(Math.Abs(copied[0] - shown[0]), 0, 0.002);
        var sound = Seconds((await Ffmpeg.ProbeAsync(path)).GetProperty("format")) * 48000 / 1024;
        List<string> made = [shared, await PublishAsync(path, asset), await PublishAsync(path, asset, new Trim(0, 0.5))];
        Assert.Equal(shown.Count, await PacketsAsync(made[1], "v"));
        if (name is "cut-hevc.mov" or "cut-pcm.mov")
        {
            made.Add(await FetchAsync(RenditionOf(asset, "playback"), "play.mp4"));
        }

        foreach (var file in made)
        {
            Assert.InRange(await PacketsAsync(file, "v"), 1, shown.Count);
            Assert.InRange(await PacketsAsync(file, "a"), name == "cut-silent.mov" ? 0 : 1, (int)sound + 5);
        }
    }

    [Fact]
    public async Task Files_for_publishing_have_no_edit_list_and_sound_and_picture_begin_together()
    {
        var path = await MakeAsync("mp4", "-c:a", "aac", "-bf", "3", "-b_strategy", "0");
        Assert.Contains("elst", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, Ct)), StringComparison.Ordinal);
        var asset = await app.Owner.AddAssetAsync(path);
        foreach (var file in (string[])[await PublishAsync(path, asset), await PublishAsync(path, asset, new Trim(0.3, 0.9))])
        {
            Assert.DoesNotContain(
                "elst",
                System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Ct)),
                StringComparison.Ordinal
            );
            var streams = (await Ffmpeg.ProbeAsync(file)).GetProperty("streams").EnumerateArray().ToList();
            Assert.Equal(2, streams.Count);
            Assert.All(streams, stream => Assert.Equal(0, Number(stream.GetProperty("start_time")), OneFrame));
            Assert.Equal(Seconds(streams[0]), Seconds(streams[1]), 2 * OneFrame);
        }
    }

    /// <summary>
    /// Where no edit list may say that a sound begins later, and that an encoder's run-up is to be skipped, it lies where it is heard.
    /// </summary>
    [Fact]
    public async Task Sound_that_begins_later_is_heard_as_late_in_a_file_for_publishing()
    {
        var path = Path.Combine(folder.Path, "late.mov");
        await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=64x64:r=25:d=2",
            "-itsoffset",
            "0.5",
            "-f",
            "lavfi",
            "-i",
            "sine=f=1200:d=1.5:r=48000",
            "-map",
            "0",
            "-map",
            "1",
            "-c:v",
            "libx264",
            "-pix_fmt",
            "yuv420p",
            "-c:a",
            "aac",
            path
        );
        var asset = await app.Owner.AddAssetAsync(path);

        Assert.Equal(0.5, await SilenceAsync(await PublishAsync(path, asset)), 0.012);
        Assert.Equal(0.3, await SilenceAsync(await PublishAsync(path, asset, new Trim(0.2, 1.8))), 0.012);
    }

    public void Dispose() => folder.Dispose();
}
