using System.Globalization;
using Magpie.MediaWorker.Protocol;
using Magpie.Model.Media;
using Magpie.Model.Texts;
using Magpie.Platform.Media.Codecs;

namespace Magpie.Platform.Media.Video;

/// <summary>Interprets what ffprobe reports, and ignores what makes no sense.</summary>
internal static class VideoReader
{
    private const int LongestCamera = 100;
    private const double LongestSeconds = 7 * 24 * 3600,
        HighestFrameRate = 250;

    /// <summary>Whether a track says that it cannot be decoded without a key.</summary>
    public static bool IsEncrypted(FfprobeReport report) =>
        report.Streams?.Any(stream => stream.CodecTagString is "encv" or "enca") ?? false;

    /// <summary>A codec that ffprobe knows and that is not opened; the headers may call a track something else.</summary>
    public static string? FindUnopened(FfprobeReport report, MediaFormat format) =>
        report
            .Streams?.FirstOrDefault(stream =>
                stream switch
                {
                    { CodecName: null or "unknown" or "none" } => false,
                    { CodecType: "video", Disposition.AttachedPic: 1 } => false,
                    { CodecType: "video" } => !OpenedCodecs.OpensPicture(format, stream.CodecName),
                    { CodecType: "audio" } => !OpenedCodecs.OpensSound(format, stream.CodecName),
                    _ => false,
                }
            )
            ?.CodecName;

    /// <summary>
    /// The letters of a sound codec that ffprobe has no decoder for, when there is no other sound: the video would silently lose it.
    /// </summary>
    public static string? FindUnreadableSound(FfprobeReport report) =>
        report.Streams?.Where(stream => stream.CodecType == "audio").ToList() is [var first, ..] sounds
        && sounds.TrueForAll(sound => !IsReadable(sound))
            ? first.CodecTagString is { Length: > 0 } tag && !tag.Contains('[', StringComparison.Ordinal)
                ? $"“{tag}”"
                : "a codec"
            : null;

    private static bool IsReadable(FfprobeStream stream) => stream.CodecName is not (null or "unknown" or "none");

    /// <summary>Whether a track claims to have pictures, usable or not.</summary>
    public static bool ClaimsPictures(FfprobeReport report) =>
        report.Streams?.Any(stream => stream.CodecType == "video" && stream.Disposition?.AttachedPic != 1) ?? false;

    /// <summary>Null when there is no usable picture track; a cover does not count.</summary>
    public static VideoDescription? Read(FfprobeReport report, long bytes)
    {
        var streams = report.Streams ?? [];
        var picture = streams
            .Where(stream =>
                stream is { CodecType: "video", Width: > 0, Height: > 0, CodecName: not null } && stream.Disposition?.AttachedPic != 1
            )
            .OrderByDescending(Moves)
            .ThenByDescending(stream => stream.Disposition?.Default ?? 0)
            .ThenBy(stream => stream.CodecName is "mjpeg" or "png")
            .ThenByDescending(stream => (long)stream.Width!.Value * stream.Height!.Value)
            .FirstOrDefault();
        if (picture is null)
        {
            return null;
        }

        List<SoundTrack> sounds =
        [
            .. streams
                .Where(stream => stream.CodecType == "audio" && IsReadable(stream))
                .Select(stream => new SoundTrack(
                    stream.Index,
                    stream.CodecName!,
                    stream.Disposition?.Default == 1,
                    Number(stream.StartTime),
                    stream.ExtradataSize ?? 0
                )),
        ];
        var track = Track(picture);
        var tags = report.Format?.Tags ?? new Dictionary<string, string>();
        return new VideoDescription(track, sounds, Length(report, bytes), Captured(tags), Camera(tags));
    }

    /// <summary>
    /// Cameras put a thumbnail next to the video, or before it. A fragmented track does not say how many pictures it has.
    /// </summary>
    private static bool Moves(FfprobeStream stream) => Number(stream.NbFrames) is not 1;

    private static VideoTrack Track(FfprobeStream stream)
    {
        var rotation = stream.SideDataList?.Select(data => data.Rotation).FirstOrDefault(value => value is not null) ?? 0;
        // Only quarter turns are real; phones write nothing else, but a broken matrix may.
        var quarters = Math.Round(rotation / 90);
        var rotates = Math.Abs(rotation - quarters * 90) < 1;
        var swaps = rotates && (int)quarters % 2 != 0;
        var aspect = Aspect(stream.SampleAspectRatio);
        return new VideoTrack(
            stream.Index,
            stream.CodecName!,
            stream.PixFmt ?? "",
            swaps ? stream.Height!.Value : stream.Width!.Value,
            swaps ? stream.Width!.Value : stream.Height!.Value,
            rotates,
            rotation == 0,
            swaps ? 1 / aspect : aspect,
            Ratio(stream.AvgFrameRate, '/') is { } rate and > 0 and <= HighestFrameRate ? rate : null,
            Seconds(stream.Duration),
            Number(stream.StartTime),
            stream.ColorTransfer,
            stream.ColorSpace
        )
        {
            IsTransparent = stream.Tags?.Any(tag => tag is { Key: "alpha_mode" or "ALPHA_MODE", Value: "1" }) ?? false,
        };
    }

    /// <summary>The duration of the file, if its header is plausible.</summary>
    private static double? Length(FfprobeReport report, long bytes)
    {
        const double leastBytesASecond = 250,
            mostDisagreement = 0.5;
        var whole = Seconds(report.Format?.Duration);
        var tracks = (report.Streams ?? []).Where(stream => stream.CodecType is "video" or "audio").Max(stream => Seconds(stream.Duration));
        var believable =
            whole is { } seconds && bytes / seconds >= leastBytesASecond && Math.Abs(seconds - (tracks ?? seconds)) <= mostDisagreement;
        return believable ? whole : null;
    }

    private static double Aspect(string? text)
    {
        const double mostAspect = 8;
        return Ratio(text, ':') is { } ratio and >= 1 / mostAspect and <= mostAspect ? ratio : 1;
    }

    private static double? Ratio(string? text, char sign)
    {
        var parts = text?.Split(sign);
        return parts is [var over, var under] && Number(over) is { } dividend && Number(under) is { } divisor && divisor != 0
            ? dividend / divisor
            : null;
    }

    private static double? Seconds(string? text) => Number(text) is { } seconds and > 0 and <= LongestSeconds ? seconds : null;

    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>Apple's own tag has the clock and the zone; the header of a movie is in UTC and knows no zone.</summary>
    private static CaptureTime? Captured(IReadOnlyDictionary<string, string> tags)
    {
        // What cameras of files were there before? One that says so was never set.
        const int firstYear = 1990,
            furthestOffset = 14;
        var tagged = Since(CaptureTime.Read(tags.GetValueOrDefault("com.apple.quicktime.creationdate")));
        var header = Since(CaptureTime.Read(tags.GetValueOrDefault("creation_time"), "Z"));
        return tagged switch
        {
            { Moment: not null } => tagged,
            { Local: { } local } => new(
                local,
                header?.Moment is { } utc && (local - utc).Duration().TotalHours <= furthestOffset ? utc : null
            ),
            _ => header is { Moment: { } moment } ? new(null, moment) : null,
        };

        static CaptureTime? Since(CaptureTime? time) => (time?.Local ?? time?.Moment)?.Year >= firstYear ? time : null;
    }

    private static string? Camera(IReadOnlyDictionary<string, string> tags)
    {
        var make = First("com.apple.quicktime.make", "com.android.manufacturer", "make");
        var model = First("com.apple.quicktime.model", "com.android.model", "model");
        var name =
            make is null || (model?.StartsWith(make, StringComparison.OrdinalIgnoreCase) ?? false) ? model : $"{make} {model}".Trim();
        return name is null ? null : PlainText.Beginning(name, LongestCamera);

        string? First(params ReadOnlySpan<string> keys)
        {
            foreach (var key in keys)
            {
                if (
                    tags.GetValueOrDefault(key) is { } value
                    && string.Concat(value.Where(c => !char.IsControl(c))).Trim() is { Length: > 0 } clean
                )
                {
                    return clean;
                }
            }

            return null;
        }
    }
}
