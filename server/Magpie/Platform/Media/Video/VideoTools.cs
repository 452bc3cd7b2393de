using System.Globalization;
using System.Text;
using System.Text.Json;
using Magpie.Model.Media;
using Magpie.Platform.Media.Children;
using Magpie.Platform.Media.Codecs;

namespace Magpie.Platform.Media.Video;

/// <summary>
/// Runs ffprobe and ffmpeg on one file: with the demuxer of its detected format, the allowed decoders, and no protocol but local files.
/// </summary>
internal sealed class VideoTools(
    SandboxedTool tool,
    MediaOptions options,
    TimeProvider time,
    MediaFormat format,
    string path,
    string outputFolder
)
{
    private const string Wanted =
        "stream=index,codec_type,codec_name,codec_tag_string,profile,width,height,pix_fmt,sample_aspect_ratio,avg_frame_rate,duration,start_time,nb_frames,color_transfer,color_space,extradata_size"
        + ":stream_tags=alpha_mode,ALPHA_MODE:stream_disposition=default,attached_pic:stream_side_data=rotation:format=duration"
        + ":format_tags=creation_time,make,model,com.apple.quicktime.creationdate,com.apple.quicktime.make,com.apple.quicktime.model,com.android.manufacturer,com.android.model";

    /// <summary>Null where ffprobe cannot make anything of the file; the errors say why.</summary>
    /// <exception cref="TimeoutException">It took longer than that may take.</exception>
    public async Task<(FfprobeReport? Report, string Errors)> ProbeAsync(CancellationToken ct)
    {
        var result = await RunSoonAsync([.. Input(options.MaxPixels), "-of", "json", "-show_entries", Wanted, File], ct);
        try
        {
            return (result.Succeeded ? JsonSerializer.Deserialize(result.Output, FfprobeJson.Default.FfprobeReport) : null, result.Errors);
        }
        catch (JsonException e)
        {
            return (null, e.Message);
        }
    }

    /// <summary>Reads every packet of a track: for files whose header is silent or wrong.</summary>
    public async Task<(double Seconds, double? FrameRate)?> MeasureAsync(int track, CancellationToken ct)
    {
        var result = await RunAsync(
            options.FfprobePath,
            [
                .. Input(options.MaxPixels),
                "-select_streams",
                Number(track),
                "-show_entries",
                "packet=pts_time,dts_time,duration_time",
                "-of",
                "csv=p=0:nk=1",
                File,
            ],
            ct
        );
        return PacketTimes.Measure(Encoding.ASCII.GetString(result.Output));
    }

    /// <summary>Where the first packets of a track lie in the file, for <see cref="PacketPlaces"/>.</summary>
    public async Task<string> PlacesAsync(int track, CancellationToken ct)
    {
        var result = await RunSoonAsync(
            [
                .. Input(options.MaxPixels),
                "-select_streams",
                Number(track),
                "-read_intervals",
                "%+#300",
                "-show_entries",
                "packet=pts_time,duration_time,size,pos",
                "-of",
                "csv=p=0:nk=1",
                File,
            ],
            ct
        );
        return Encoding.ASCII.GetString(result.Output);
    }

    /// <summary>How many packets of a track are there only to be decoded, as an edit list hides what they hold.</summary>
    public async Task<int> CountHiddenAsync(int track, CancellationToken ct)
    {
        if (format is MediaFormat.Webm)
        {
            return 0;
        }

        var result = await RunAsync(
            options.FfprobePath,
            [.. Input(options.MaxPixels), "-select_streams", Number(track), "-show_entries", "packet=flags", "-of", "csv=p=0:nk=1", File],
            ct
        );
        return result.Output.Count(letter => letter == (byte)'D');
    }

    /// <summary>Runs ffmpeg on the file. The original's metadata is never copied.</summary>
    public Task<SandboxedResult> ConvertAsync(IEnumerable<string> beforeInput, IEnumerable<string> afterInput, CancellationToken ct) =>
        RunAsync(
            options.FfmpegPath,
            [
                "-nostdin",
                "-abort_on",
                "empty_output",
                .. Input(options.MaxPixels),
                "-threads",
                "2",
                .. beforeInput,
                "-i",
                File,
                "-map_metadata",
                "-1",
                "-map_chapters",
                "-1",
                "-fflags",
                "+bitexact",
                "-flags",
                "+bitexact",
                .. afterInput,
            ],
            ct
        );

    private string File => $"file:{path}";

    private IEnumerable<string> Input(long maxPixels) =>
        [
            "-v",
            "error",
            "-hide_banner",
            "-protocol_whitelist",
            "file",
            "-max_streams",
            "64",
            "-max_pixels",
            Number(maxPixels),
            .. OpenedCodecs.InputArguments(format),
        ];

    /// <summary>ffprobe, for what is known from the first bytes and the index, however long the file is.</summary>
    private async Task<SandboxedResult> RunSoonAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.ProbeTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return await RunAsync(options.FfprobePath, arguments, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    private Task<SandboxedResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct) =>
        tool.RunAsync(
            new SandboxedCall(program, arguments)
            {
                Readable = [path],
                Writable = [outputFolder],
                MemoryBytes = options.VideoMemoryMegabytes * 1_000_000L,
                LargestFile = 8_000_000_000,
                CpuTime = options.VideoTimeout * 2,
            },
            ct
        );

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
