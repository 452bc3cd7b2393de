using Magpie.Model.Media;
using Magpie.Platform.Media.Video.Coded;

namespace Magpie.Platform.Media.Video;

/// <summary>
/// Copies a video's picture and sound into another file, without re-encoding wherever that shows the same as the original and no more.
/// </summary>
internal sealed class VideoCopy(VideoTools tools, VideoDescription video, string outputFolder)
{
    /// <summary>An encoder's leading silence is hidden by an edit list in every file; anything longer was cut away by a person.</summary>
    private const int RunUp = 3;

    /// <summary>Nobody notices less than this; beyond it sound and picture look out of sync.</summary>
    private const double InStep = 0.04;

    private VideoTrack Track => video.Track;

    private string[] Transparent => Track.IsTransparent ? ["-metadata:s:v:0", "alpha_mode=1"] : [];

    private bool CanBeTaken => CodedMetadata.CanLeave(Track.Codec) && !Track.ChangesCoding;

    /// <summary>
    /// Only picture and sound go along: cameras write where they are into tags, but also into tracks of their own, into subtitles,
    /// behind the end of the file and between the pictures. What an edit list hides stays behind too. Coded anew is what cannot be
    /// parted from any of it. Null where ffmpeg cannot put these codecs into this container.
    /// </summary>
    public async Task<string?> TryWithoutMetadataAsync(MediaFormat format, CancellationToken ct)
    {
        var hidden = await tools.CountHiddenAsync(Track.Index, ct);
        var sounds = video.Sounds.Any(sound => sound.IsDefault) ? [.. video.Sounds.Where(sound => sound.IsDefault)] : video.Sounds;
        var arguments = new List<string>();
        for (var i = 0; i < sounds.Count; i++)
        {
            var anew =
                Track.ChangesCoding
                || !IsTaken(format, sounds[i])
                || await tools.CountHiddenAsync(sounds[i].Index, ct) > (hidden > 0 ? 0 : RunUp);
            arguments.AddRange(["-map", $"0:{sounds[i].Index}", .. SoundCoding($"a:{i}", format, anew)]);
        }

        // Turned by what it says of itself, as the original is.
        async Task<string?> TakeAsync(string codec, string[] picture) =>
            await CleanedAsync(
                await TryAsync(["-noautorotate"], ["-map", $"0:{Track.Index}", .. picture, .. arguments, .. Container(format)], ct),
                format,
                codec,
                ct
            );

        var (anewCodec, coding) = CodedAnew(format);
        return (hidden == 0 && CanBeTaken ? await TakeAsync(Track.Codec, ["-c:v", "copy", .. Transparent]) : null)
            ?? await TakeAsync(anewCodec, coding);
    }

    /// <summary>
    /// Without any edit list, which some networks refuse: so the sound's run-up goes, and the pictures' times count from the first one.
    /// Null where only that list says what is shown, or when.
    /// </summary>
    public async Task<string?> TryForPublishingAsync(MediaFormat format, CancellationToken ct)
    {
        var sound = video.Sound;
        if (format is MediaFormat.Webm)
        {
            return await TryWithoutMetadataAsync(format, ct);
        }

        if (
            !CanBeTaken
            || (sound is not null && !(Math.Abs((Track.Start ?? 0) - (sound.Start ?? 0)) <= InStep && IsTaken(format, sound)))
            || await tools.CountHiddenAsync(Track.Index, ct) > 0
            || (sound is not null && await tools.CountHiddenAsync(sound.Index, ct) > RunUp)
        )
        {
            return null;
        }

        string[] heard = sound is null ? [] : ["-map", $"0:{sound.Index}", "-c:a", "copy"];
        var copy = await TryAsync(
            [],
            [
                "-map",
                $"0:{Track.Index}",
                "-c:v",
                "copy",
                .. heard,
                "-copypriorss",
                "0",
                .. PublishContainer(format is MediaFormat.Mov ? "mov" : "mp4"),
            ],
            ct
        );
        return await CleanedAsync(copy, format, Track.Codec, ct);
    }

    /// <summary>
    /// An MP4 or MOV whose index comes first and has no edit list: times of pictures are kept by offsets that may be negative.
    /// </summary>
    public static string[] PublishContainer(string format) =>
        [
            "-use_editlist",
            "0",
            "-movflags",
            "+faststart+negative_cts_offsets",
            .. format is "mp4" ? ["-strict", "-2"] : Array.Empty<string>(),
            "-f",
            format,
        ];

    // Of a movie whose clock ticks a thousand times a second, a frame more is seen at its end, or one less.
    private static string[] Container(MediaFormat format) =>
        format switch
        {
            MediaFormat.Mp4 => ["-movflags", "+faststart", "-movie_timescale", "90000", "-strict", "-2", "-f", "mp4"],
            MediaFormat.Mov => ["-movflags", "+faststart", "-movie_timescale", "90000", "-f", "mov"],
            MediaFormat.Webm => ["-f", "webm"],
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    private async Task<string?> TryAsync(string[] beforeInput, string[] afterInput, CancellationToken ct)
    {
        var path = Path.Combine(outputFolder, "clean");
        var result = await tools.ConvertAsync(
            beforeInput,
            ["-sn", "-dn", "-map_metadata:s", "-1", .. afterInput, "-y", $"file:{path}"],
            ct
        );
        if (result.Succeeded && new FileInfo(path) is { Exists: true, Length: > 0 })
        {
            return path;
        }

        File.Delete(path);
        return null;
    }

    private static async Task<string?> CleanedAsync(string? copy, MediaFormat format, string codec, CancellationToken ct)
    {
        if (copy is null || await CodedMetadata.TryRemoveAsync(copy, format, codec, ct))
        {
            return copy;
        }

        File.Delete(copy);
        return null;
    }

    private (string Codec, string[] Coding) CodedAnew(MediaFormat format)
    {
        var pixels = Track.PixelFormat
            is "yuv420p"
                or "yuvj420p"
                or "yuv420p10le"
                or "yuv422p"
                or "yuvj422p"
                or "yuv422p10le"
                or "yuv444p"
                or "yuvj444p"
                or "yuv444p10le"
            ? Track.PixelFormat
            : "yuv420p";
        string[] same = ["-pix_fmt", pixels, "-fps_mode", "passthrough", "-enc_time_base", "-1"];
        if (format is MediaFormat.Webm)
        {
            return (
                "vp9",
                [
                    "-c:v",
                    "libvpx-vp9",
                    "-crf",
                    "20",
                    "-b:v",
                    "0",
                    "-deadline",
                    "good",
                    "-cpu-used",
                    "5",
                    "-row-mt",
                    "1",
                    "-threads",
                    "2",
                    .. same,
                ]
            );
        }

        // Where two pixels share a colour, an encoder needs pairs of them.
        var (across, down) =
            pixels.Contains("444", StringComparison.Ordinal) ? (1, 1)
            : pixels.Contains("422", StringComparison.Ordinal) ? (2, 1)
            : (2, 2);
        string[] even =
            Track.Width % across == 0 && Track.Height % across == 0
                ? []
                : ["-vf", $"crop=trunc(iw/{across})*{across}:trunc(ih/{down})*{down}"];
        var (codec, coder) = Track.Codec is "hevc"
            ? (
                "hevc",
                (string[])
                    [
                        "-c:v",
                        "libx265",
                        "-preset",
                        "veryfast",
                        "-crf",
                        "18",
                        "-tag:v",
                        "hvc1",
                        "-x265-params",
                        "log-level=error:pools=2:frame-threads=1",
                    ]
            )
            : ("h264", ["-c:v", "libx264", "-preset", "fast", "-crf", "16", "-threads", "2"]);
        return (codec, [.. coder, .. even, .. same]);
    }

    private static string[] SoundCoding(string stream, MediaFormat format, bool anew) =>
        !anew ? [$"-c:{stream}", "copy"]
        : format is MediaFormat.Webm ? [$"-c:{stream}", "libopus", $"-b:{stream}", "192k"]
        : [$"-c:{stream}", "aac", $"-b:{stream}", "256k"];

    /// <summary>
    /// Whether the container takes a sound so that players find it, and its head says no more than how to decode it. An MP4 has no way
    /// to say PCM that all know.
    /// </summary>
    private static bool IsTaken(MediaFormat format, SoundTrack sound) =>
        sound.HeadBytes <= MostHeadBytes(sound.Codec) && IsTaken(format, sound.Codec);

    private static int MostHeadBytes(string codec) =>
        codec switch
        {
            "mp3" => 0,
            "aac" => 8,
            "opus" => 29,
            "alac" => 36,
            _ => int.MaxValue,
        };

    private static bool IsTaken(MediaFormat format, string codec) =>
        format switch
        {
            MediaFormat.Mp4 => codec is "aac" or "mp3" or "opus" or "flac" or "alac" or "ac3" or "eac3",
            MediaFormat.Mov => codec is "aac" or "mp3" or "alac" or "ac3" or "eac3" or "amr_nb" or "amr_wb"
                || codec.StartsWith("pcm_", StringComparison.Ordinal),
            // Vorbis begins with its comments.
            MediaFormat.Webm => codec is "opus",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
