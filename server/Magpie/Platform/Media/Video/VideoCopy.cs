using Magpie.Model.Media;

namespace Magpie.Platform.Media.Video;

/// <summary>Takes a video's picture and sound over into another file, as they are coded.</summary>
internal sealed class VideoCopy(VideoTools tools, VideoDescription video, string outputFolder)
{
    /// <summary>
    /// Only picture and sound go along: cameras write where they are into tags, but also into tracks of their own, into subtitles and
    /// behind the end of the file. Null where ffmpeg cannot put these codecs into this container.
    /// </summary>
    public async Task<string?> TryWithoutMetadataAsync(MediaFormat format, CancellationToken ct)
    {
        var path = Path.Combine(outputFolder, "clean");
        string[] container = format switch
        {
            MediaFormat.Mp4 => ["-movflags", "+faststart", "-strict", "-2", "-f", "mp4"],
            MediaFormat.Mov => ["-movflags", "+faststart", "-f", "mov"],
            MediaFormat.Webm => ["-f", "webm"],
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
        var result = await tools.ConvertAsync(
            [],
            ["-map", $"0:{video.Track.Index}", "-map", "0:a?", "-c", "copy", "-sn", "-dn", "-map_metadata:s", "-1", .. container, "-y", $"file:{path}"], ct);
        if (result.Succeeded && new FileInfo(path) is { Exists: true, Length: > 0 })
        {
            return path;
        }

        File.Delete(path);
        return null;
    }
}
