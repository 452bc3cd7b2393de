using Magpie.Model.Media;

namespace Magpie.Model.Networks;

/// <summary>The names of formats and codecs in rules, in ffprobe and for people.</summary>
internal static class MediaNames
{
    private static readonly Dictionary<string, string> SameCodec = new(StringComparer.OrdinalIgnoreCase)
    {
        ["h265"] = "hevc",
        ["hvc1"] = "hevc",
        ["hev1"] = "hevc",
        ["avc"] = "h264",
        ["avc1"] = "h264",
        ["av01"] = "av1",
        ["vp09"] = "vp9",
        ["mp4a"] = "aac",
        ["dnxhr"] = "dnxhd",
    };

    private static readonly Dictionary<string, string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["webp"] = "WebP",
        ["webm"] = "WebM",
        ["h264"] = "H.264",
        ["prores"] = "ProRes",
        ["dnxhd"] = "DNxHD",
        ["cineform"] = "CineForm",
        ["mjpeg"] = "Motion JPEG",
        ["mpeg4"] = "MPEG-4",
        ["opus"] = "Opus",
        ["vorbis"] = "Vorbis",
        ["image/*"] = "any picture",
        ["video/*"] = "any video",
    };

    public static string Of(MediaFormat format) =>
        format switch
        {
            MediaFormat.Jpeg => "jpeg",
            MediaFormat.Png => "png",
            MediaFormat.Webp => "webp",
            MediaFormat.Gif => "gif",
            MediaFormat.Mp4 => "mp4",
            MediaFormat.Mov => "mov",
            MediaFormat.Webm => "webm",
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    public static bool Accepts(IReadOnlyList<string> formats, MediaFormat format) =>
        formats.Contains(Of(format)) || formats.Contains(format.Kind() is MediaKind.Image ? "image/*" : "video/*");

    public static bool AcceptsCodec(IReadOnlyList<string> codecs, string codec)
    {
        // Usually both names are the same.
        if (codecs.Contains(codec))
        {
            return true;
        }

        var name = Codec(codec);
        return codecs.Any(accepted => Codec(accepted).Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    public static string Title(string name)
    {
        var codec = Codec(name);
        return Titles.TryGetValue(codec, out var title) ? title
            : codec.StartsWith("pcm_", StringComparison.OrdinalIgnoreCase) ? "PCM"
            : codec.ToUpperInvariant();
    }

    /// <summary>"JPEG, PNG or GIF".</summary>
    public static string TitlesOf(IReadOnlyList<string> names) => PlainFigures.OneOf([.. names.Select(Title).Distinct()]);

    private static string Codec(string name) => SameCodec.GetValueOrDefault(name, name);
}
