using System.Text.RegularExpressions;
using Magpie.Model.Media;

namespace Magpie.Platform.Media.Codecs;

/// <summary>
/// The codecs that are opened, as ffmpeg names them: those that phones, cameras and editors write. Every additional decoder would be
/// another way in. Decision 0015 says how they were chosen.
/// </summary>
internal static partial class OpenedCodecs
{
    private static readonly HashSet<string> Pictures =
    [
        "h264",
        "hevc",
        "av1",
        "vp8",
        "vp9",
        "mpeg4",
        "h263",
        "mpeg2video",
        "mjpeg",
        "png",
        "prores",
        "dnxhd",
    ];

    private static readonly HashSet<string> Sounds =
    [
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
        "pcm_f32le",
        "pcm_f32be",
        "pcm_f64le",
        "pcm_f64be",
        "pcm_mulaw",
        "pcm_alaw",
    ];

    private static readonly HashSet<string> WebmPictures = ["vp8", "vp9", "av1"],
        WebmSounds = ["opus", "vorbis"];

    // ffprobe initialises the decoder of every track and fails if it may not, so decoders for subtitles are named, although none is run.
    private const string Subtitles = "mov_text,webvtt,subrip,ass,cc_dec,dvdsub";

    /// <summary>Some codecs have several decoders; which one ffmpeg uses depends on how it was built.</summary>
    private static readonly Dictionary<string, string> DecodersOf = new()
    {
        ["av1"] = "libdav1d,libaom-av1,av1",
        ["vp8"] = "vp8,libvpx",
        ["vp9"] = "vp9,libvpx-vp9",
        ["mp3"] = "mp3float,mp3",
        ["mp2"] = "mp2float,mp2",
        ["opus"] = "opus,libopus",
        ["vorbis"] = "vorbis,libvorbis",
        ["amr_nb"] = "amrnb,libopencore_amrnb",
        ["amr_wb"] = "amrwb,libopencore_amrwb",
    };

    private static readonly string MovieDecoders = Decoders([.. Pictures, .. Sounds]),
        WebmDecoders = Decoders([.. WebmPictures, .. WebmSounds]);

    public static bool OpensPicture(MediaFormat format, string codec) =>
        (format is MediaFormat.Webm ? WebmPictures : Pictures).Contains(codec);

    public static bool OpensSound(MediaFormat format, string codec) => (format is MediaFormat.Webm ? WebmSounds : Sounds).Contains(codec);

    /// <summary>
    /// ffmpeg's arguments before an input, which limit it to these decoders and this demuxer. Parsers and bitstream filters have no such
    /// option.
    /// </summary>
    public static IReadOnlyList<string> InputArguments(MediaFormat format) =>
        [
            "-codec_whitelist",
            format switch
            {
                MediaFormat.Webm => WebmDecoders,
                MediaFormat.Png => "apng",
                _ => MovieDecoders,
            },
            "-format_whitelist",
            Demuxer(format),
            "-f",
            Demuxer(format),
        ];

    /// <summary>The decoder that ffmpeg wanted and was not allowed to use, if that is what its errors say.</summary>
    public static string? FindRefused(string errors) => Refused().Match(errors) is { Success: true } found ? found.Groups[1].Value : null;

    private static string Demuxer(MediaFormat format) =>
        format switch
        {
            MediaFormat.Webm => "matroska",
            MediaFormat.Png => "apng",
            _ => "mov",
        };

    private static string Decoders(IEnumerable<string> codecs) =>
        string.Join(',', codecs.Select(codec => DecodersOf.GetValueOrDefault(codec, codec)).Append(Subtitles));

    [GeneratedRegex(@"Codec \(([\w-]{1,40})\) not on whitelist")]
    private static partial Regex Refused();
}
