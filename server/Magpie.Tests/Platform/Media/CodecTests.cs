using System.Net;
using Magpie.Model.Media;
using Magpie.Platform.Media;
using Magpie.Platform.Media.Children;
using Magpie.Platform.Media.Codecs;
using Magpie.Platform.Media.Video;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Platform.Media;

/// <summary>Which codecs are opened, tried with a file of every codec that the installed ffmpeg writes.</summary>
[RunsOnce]
public sealed class CodecTests(SharedApp app, CodedFiles coded) : IClassFixture<SharedApp>, IClassFixture<CodedFiles>, IDisposable
{
    /// <summary>Written down once more here, so that nobody opens one by the way.</summary>
    private static readonly string[] Opened =
    [
        // What is written as h263p is read as h263, and pcm_s64le as pcm_s16le: the letters are the same.
        "h264",
        "hevc",
        "av1",
        "vp8",
        "vp9",
        "mpeg4",
        "h263",
        "h263p",
        "mpeg2video",
        "mjpeg",
        "png",
        "prores",
        "dnxhd",
        "aac",
        "mp3",
        "mp2",
        "opus",
        "flac",
        "alac",
        "ac3",
        "eac3",
        "amr_nb",
        "amr_wb",
        "pcm_s8",
        "pcm_u8",
        "pcm_s16le",
        "pcm_s16be",
        "pcm_s24le",
        "pcm_s24be",
        "pcm_s32le",
        "pcm_s32be",
        "pcm_s64le",
        "pcm_f32le",
        "pcm_f32be",
        "pcm_f64le",
        "pcm_f64be",
        "pcm_mulaw",
        "pcm_alaw",
    ];

    private static readonly string[] OpenedInWebm = ["vp8", "vp9", "av1", "opus", "vorbis"];

    private readonly TestFolder folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_every_codec_that_ffmpeg_writes_those_that_are_opened_end_ready_and_all_others_are_refused_by_name()
    {
        Assert.Contains(coded.Files, file => file.Codec == "magicyuv");
        Assert.Contains(coded.Files, file => file.Codec == "cinepak");
        var faults = new List<string>();
        var taken = new Dictionary<string, CodedFile>();
        foreach (var file in coded.Files)
        {
            using var answer = await new TusClient(app.Owner.Http).SendFileAsync(
                await File.ReadAllBytesAsync(file.Path, Ct),
                $"clip.{file.Container}"
            );
            var sentence = answer.StatusCode is HttpStatusCode.NoContent ? "" : await answer.Content.ReadAsStringAsync(Ct);
            if (answer.StatusCode is HttpStatusCode.NoContent)
            {
                taken[answer.Headers.GetValues("Magpie-Asset").Single()] = file;
            }

            if (IsOpened(file) != (answer.StatusCode is HttpStatusCode.NoContent))
            {
                faults.Add($"{file.Codec} in {file.Container}: {(int)answer.StatusCode} {sentence}");
            }
            else if (!IsOpened(file) && !(sentence.Contains("format-not-kept", StringComparison.Ordinal) && Names(sentence, file.Codec)))
            {
                faults.Add($"{file.Codec} in {file.Container} is not named: {sentence}");
            }
        }

        foreach (var (address, file) in taken)
        {
            var asset = await app.Owner.WaitUntilUnderstoodAsync(address);
            if (asset.GetProperty("status").GetString() != "ready")
            {
                faults.Add($"{file.Codec} in {file.Container}: {asset.GetProperty("failure")}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Whatever the look at the headers overlooks, the decoder is not there.</summary>
    [Fact]
    public async Task Without_the_look_at_its_headers_no_other_codec_is_decoded_either()
    {
        var studio = app.Services.GetRequiredService<MediaProcessor>();
        var faults = new List<string>();
        foreach (var file in coded.Files.Where(file => !IsOpened(file)))
        {
            var format = Enum.Parse<MediaFormat>(file.Container, ignoreCase: true);
            var output = Directory.CreateDirectory($"{file.Path}.out").FullName;
            if (
                await studio.ProcessAsync(format, "clip", file.Path, output, Ct)
                    is not MediaOutcome.Refused { Because: { Code: "format-not-kept" } }
                || Directory.EnumerateFileSystemEntries(output).Any()
            )
            {
                faults.Add($"{file.Codec} in {file.Container} was opened");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Nor do the programs that would decode it have a decoder for it.</summary>
    [Theory, InlineData(MediaFormat.Mov, "magicyuv"), InlineData(MediaFormat.Webm, "snow"), InlineData(MediaFormat.Webm, "h264")]
    public async Task Ffprobe_and_ffmpeg_are_told_themselves_what_they_may_decode(MediaFormat format, string codec)
    {
        var path = Path.Combine(folder.Path, "clip");
        await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=176x144:r=25:d=0.2",
            "-c:v",
            codec,
            "-strict",
            "-2",
            "-f",
            format is MediaFormat.Webm ? "matroska" : "mov",
            path
        );
        using var starter = new ChildStarter(ChildUser.Choose(new()));
        var tools = new VideoTools(
            new SandboxedTool(starter),
            new MediaOptions(),
            TimeProvider.System,
            format,
            path,
            outputFolder: "/dev/null"
        );

        var (report, errors) = await tools.ProbeAsync(Ct);
        var converted = await tools.ConvertAsync([], ["-f", "null", "-"], Ct);

        Assert.Null(report);
        Assert.Equal(codec, OpenedCodecs.FindRefused(errors));
        Assert.False(converted.Succeeded);
        Assert.Equal(codec, OpenedCodecs.FindRefused(converted.Errors));
    }

    [Fact]
    public async Task Tracks_that_are_neither_picture_nor_sound_are_left_alone()
    {
        var path = Path.Combine(folder.Path, "tracks.mov");
        var words = Path.Combine(folder.Path, "words.srt");
        await File.WriteAllTextAsync(words, "1\n00:00:00,000 --> 00:00:01,000\nHello\n", Ct);
        await Ffmpeg.RunAsync(
            "ffmpeg",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc=s=176x144:r=25:d=1",
            "-i",
            words,
            "-map",
            "0",
            "-map",
            "1",
            "-c:v",
            "libx264",
            "-pix_fmt",
            "yuv420p",
            "-c:s",
            "mov_text",
            "-timecode",
            "01:00:00:00",
            path
        );

        Assert.Equal("ready", (await app.Owner.AddAssetAsync(path)).GetProperty("status").GetString());
    }

    public void Dispose() => folder.Dispose();

    private static bool IsOpened(CodedFile file) => (file.Container == "webm" ? OpenedInWebm : Opened).Contains(file.Codec);

    private static bool Names(string sentence, string codec) =>
        sentence.Contains(CodecNames.Of(codec is "h263p" ? "h263" : codec), StringComparison.OrdinalIgnoreCase)
        || sentence.Contains("V_", StringComparison.Ordinal)
        || sentence.Contains("A_", StringComparison.Ordinal)
        || sentence.Contains('“', StringComparison.Ordinal)
        || sentence.Contains("\\u201C", StringComparison.OrdinalIgnoreCase);
}
