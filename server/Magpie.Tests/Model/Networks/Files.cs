using System.Globalization;
using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Tests.Model.Networks;

/// <summary>
/// Files written as one would say them: <c>mp4 1080x1920 30s 25fps hevc opus 12.5MB</c>. What is left out is ordinary (1 MB for a
/// picture; 20 s, 30 frames a second, H.264 with AAC and 20 MB for a video); <c>unknown</c> is a video of which nothing else is known.
/// </summary>
internal static class Files
{
    private static readonly string[] Sound = ["aac", "opus", "mp3", "pcm_s16le", "silent"];

    public static MediaSpec Of(string words)
    {
        var parts = words.Split(' ');
        var format = Enum.Parse<MediaFormat>(parts[0], ignoreCase: true);
        var spec =
            format.Kind() is MediaKind.Image
                ? new MediaSpec(format, 1_000_000, null, null)
                : new MediaSpec(format, 20_000_000, null, null, 20, 30, "h264", "aac");
        return parts.Skip(1).Aggregate(spec, With);
    }

    private static MediaSpec With(MediaSpec spec, string word) =>
        word switch
        {
            "animated" => spec with { Animated = true },
            "unknown" => spec with
            {
                Width = null,
                Height = null,
                DurationSeconds = null,
                FrameRate = null,
                VideoCodec = null,
                AudioCodec = null,
            },
            "silent" => spec with { AudioCodec = null },
            _ when Sound.Contains(word) => spec with { AudioCodec = word },
            _ when Number(word, "fps") is { } rate => spec with { FrameRate = rate },
            _ when Number(word, "MB") is { } megabytes => spec with { Bytes = (long)Math.Round(megabytes * 1_000_000) },
            _ when Number(word, "B") is { } bytes => spec with { Bytes = (long)bytes },
            _ when Number(word, "s") is { } seconds => spec with { DurationSeconds = seconds },
            _ when word.Split('x') is [var width, var height] && int.TryParse(width, out var wide) && int.TryParse(height, out var high) =>
                spec with
                {
                    Width = wide,
                    Height = high,
                },
            _ => spec with { VideoCodec = word },
        };

    private static double? Number(string word, string unit) =>
        word.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(word[..^unit.Length], CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
