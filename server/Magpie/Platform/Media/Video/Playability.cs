using Magpie.Model.Media;

namespace Magpie.Platform.Media.Video;

/// <summary>
/// Whether today's browsers play a file as it is. When in doubt they do not: a copy costs disk space, a black player costs trust.
/// </summary>
internal static class Playability
{
    public static bool PlaysInBrowsers(MediaFormat format, VideoDescription video) =>
        format == MediaFormat.Webm
            ? video.Track.Codec is "vp8" or "vp9" or "av1" && video.AudioCodec is null or "opus" or "vorbis"
            : PicturePlays(format, video.Track) && video.AudioCodec is null or "aac" or "mp3" or "opus" or "flac";

    /// <summary>Whether only the sound must be re-encoded.</summary>
    public static bool PicturePlays(MediaFormat format, VideoTrack track) =>
        format != MediaFormat.Webm
        && track switch
        {
            { ChangesCoding: true } => false,
            // High 10, 4:2:2 and 4:4:4 are H.264 too, and no browser has a decoder for them.
            { Codec: "h264" } => track.PixelFormat is "yuv420p" or "yuvj420p",
            { Codec: "vp9" or "av1" } => true,
            _ => false,
        };
}
