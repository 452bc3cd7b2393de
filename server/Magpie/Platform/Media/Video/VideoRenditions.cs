using System.Globalization;
using Magpie.Model.Media;

namespace Magpie.Platform.Media.Video;

/// <summary>Makes the renditions of one video with ffmpeg.</summary>
internal sealed class VideoRenditions(VideoTools tools, VideoDescription video, double seconds, string outputFolder)
{
    private const int PosterSide = 1600,
        HoverSide = 400,
        PlaybackSide = 1920;
    private const double HoverSeconds = 4,
        SearchSeconds = 6;

    /// <summary>Writes one representative frame as PNG. Null when no frame can be decoded.</summary>
    public async Task<string?> TryPosterFrameAsync(CancellationToken ct)
    {
        var path = Path.Combine(outputFolder, "poster-frame.png");
        var screen = VideoFilters.Screen(video.Track, video.Track.Fit(PosterSide, 1), "yuv444p");
        // First a tenth in and not black, or half way; then whatever is there; last the very beginning, for files that end early or cannot
        // seek.
        (double Start, string Filter)[] tries =
        [
            (seconds / 10, $"{screen},{VideoFilters.SkipBlack},{VideoFilters.ToRgb}"),
            (seconds / 2, $"{screen},{VideoFilters.SkipBlack},{VideoFilters.ToRgb}"),
            (seconds / 10, $"{screen},{VideoFilters.ToRgb}"),
            (0, $"{screen},{VideoFilters.ToRgb}"),
        ];
        foreach (var (start, filter) in tries)
        {
            _ = await tools.ConvertAsync(
                [.. Seek(start, SearchSeconds), .. Rotation],
                [
                    .. Picture(filter),
                    "-frames:v",
                    "1",
                    "-c:v",
                    "png",
                    "-compression_level",
                    "1",
                    "-f",
                    "image2",
                    "-update",
                    "1",
                    "-y",
                    Target(path),
                ],
                ct
            );
            if (new FileInfo(path) is { Exists: true, Length: > 0 })
            {
                return path;
            }
        }

        return null;
    }

    public Task<RenditionFile?> TryHoverAsync(CancellationToken ct)
    {
        var size = video.Track.Fit(HoverSide, 2);
        var start = Math.Max(0, Math.Min(seconds / 10, seconds - HoverSeconds));
        var rate = video.Track.FrameRate > 30 ? "fps=25," : Filled;
        // Where pictures stand for long, none may begin behind the start: they are repeated first, and cut then.
        var (before, after) = video.Track.IsSlow ? ([], Seek(start, HoverSeconds)) : (Seek(start, HoverSeconds), Length(HoverSeconds));
        var settle = video.Track.IsSlow ? "" : ",setpts=PTS-STARTPTS";
        return EncodeAsync(
            RenditionKind.Hover,
            size,
            before,
            [.. Picture($"{rate}{VideoFilters.Screen(video.Track, size, "yuv420p")}{settle}"), .. H264("veryfast", 28), "-an", .. after],
            ct
        );
    }

    public async Task<RenditionFile?> TryPlaybackAsync(MediaFormat format, CancellationToken ct)
    {
        var size = video.Track.Fit(PlaybackSide, 2);
        // Pictures that browsers play, at this very size, need not be coded again because the sound does; what an edit list hides would
        // come along.
        var same =
            Playability.PicturePlays(format, video.Track)
            && video.Track.IsUpright
            && size == (video.Track.Width, video.Track.Height)
            && await tools.CountHiddenAsync(video.Track.Index, ct) == 0;
        string[] sound = video.Sound is { } heard ? ["-map", $"0:{heard.Index}", "-c:a", "aac", "-b:a", "160k", "-ac", "2"] : [];
        return await EncodeAsync(
            RenditionKind.Playback,
            size,
            [],
            [
                .. same ? Copied : [.. Picture($"{Filled}{VideoFilters.Screen(video.Track, size, "yuv420p")}"), .. H264("veryfast", 22)],
                .. sound,
            ],
            ct
        );
    }

    private async Task<RenditionFile?> EncodeAsync(
        RenditionKind kind,
        (int Width, int Height) size,
        string[] beforeInput,
        string[] afterInput,
        CancellationToken ct
    )
    {
        var path = Path.Combine(outputFolder, $"{kind.ToString().ToLowerInvariant()}.mp4");
        var result = await tools.ConvertAsync(
            [.. beforeInput, .. Rotation],
            [.. afterInput, "-movflags", "+faststart", "-f", "mp4", "-y", Target(path)],
            ct
        );
        if (result.Succeeded && new FileInfo(path) is { Exists: true, Length: > 0 })
        {
            return new RenditionFile(kind, path, "video/mp4", size.Width, size.Height);
        }

        File.Delete(path);
        return null;
    }

    private string Filled => video.Track.IsSlow ? "fps=10," : "";

    private string[] Rotation => video.Track.Rotates ? [] : ["-noautorotate"];

    private string[] Copied => ["-map", $"0:{video.Track.Index}", "-c:v", "copy", "-sn", "-dn"];

    private string[] Picture(string filter) => ["-map", $"0:{video.Track.Index}", "-vf", filter, "-sn", "-dn", "-fps_mode", "vfr"];

    private static string[] H264(string preset, int quality) =>
        ["-c:v", "libx264", "-preset", preset, "-crf", $"{quality}", "-pix_fmt", "yuv420p", "-threads", "2"];

    private static string[] Seek(double start, double length) =>
        ["-ss", start.ToString("0.###", CultureInfo.InvariantCulture), .. Length(length)];

    /// <summary>Of what is read before the input, of what is written behind it: where the clock of a file jumps, they differ.</summary>
    private static string[] Length(double seconds) => ["-t", seconds.ToString("0.###", CultureInfo.InvariantCulture)];

    private static string Target(string path) => $"file:{path}";
}
