using System.Globalization;

namespace Magpie.Platform.Media.Video;

/// <summary>Takes a frame from a video of which only the beginning is there, without using any of the missing bytes.</summary>
/// <param name="there">How many bytes at the beginning of the file are the file's own.</param>
internal sealed class VideoGlance(VideoTools tools, VideoDescription video, long there, string outputFolder)
{
    private const int Side = 800;

    /// <summary>
    /// Writes the first frame that is not black, or else the first, as PNG. Null when there is no complete frame, or none can be decoded.
    /// </summary>
    public async Task<string?> TryFrameAsync(CancellationToken ct)
    {
        if (PacketPlaces.SecondsWithin(there, await tools.PlacesAsync(video.Track.Index, ct)) is not { } seconds)
        {
            return null;
        }

        var path = Path.Combine(outputFolder, "glance.png");
        var screen = VideoFilters.Screen(video.Track, video.Track.Fit(Side, 1), "yuv444p");
        string[] rotation = video.Track.Rotates ? [] : ["-noautorotate"];
        string[] length = seconds > 0 ? ["-t", seconds.ToString("0.###", CultureInfo.InvariantCulture)] : [];
        foreach (var filter in (string[])[$"{screen},{VideoFilters.SkipBlack},{VideoFilters.ToRgb}", $"{screen},{VideoFilters.ToRgb}"])
        {
            _ = await tools.ConvertAsync(
                [.. length, .. rotation],
                [
                    "-map",
                    $"0:{video.Track.Index}",
                    "-vf",
                    filter,
                    "-sn",
                    "-dn",
                    "-fps_mode",
                    "vfr",
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
                    $"file:{path}",
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
}
