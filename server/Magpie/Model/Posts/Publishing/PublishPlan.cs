using Magpie.Model.Media;
using Magpie.Model.Networks;

namespace Magpie.Model.Posts.Publishing;

public enum PublishWay
{
    /// <summary>The original, pixel for pixel, without its metadata.</summary>
    Copy,

    /// <summary>A re-encoded picture: cropped, upright, sRGB.</summary>
    Picture,

    /// <summary>A re-encoded video: cropped, trimmed, upright, H.264 and AAC in MP4.</summary>
    Video,
}

/// <summary>The file for publishing one asset of a post: how it is made, and what it will be.</summary>
/// <param name="Original">The original, as displayed; the crop is a part of it.</param>
/// <param name="Result">What the surface will receive; the checklist looks at this.</param>
/// <param name="Loss">What gets lost on the way, as a sentence; null when nothing does.</param>
public sealed record PublishPlan(
    PublishWay Way,
    PixelSize Original,
    Crop? Crop,
    Trim? Trim,
    double? MaxFrameRate,
    long? MaxBytes,
    MediaSpec Result,
    string? Loss = null
)
{
    /// <param name="rule">Null when the surface does not take such a file; then it is handed out as it is.</param>
    public static PublishPlan For(MediaSpec original, Crop? crop, Trim? trim, SurfaceRule? rule) =>
        original.Kind is MediaKind.Image ? ForPicture(original, crop, rule) : ForVideo(original, crop, trim, rule);

    private static PublishPlan ForPicture(MediaSpec original, Crop? crop, SurfaceRule? rule)
    {
        if (original.Animated && Accepts(rule, original.Format))
        {
            return new(PublishWay.Copy, Whole(original), null, null, null, null, original);
        }

        var format = StillFormat(original, rule);
        var size = ScaledDown(Cropped(original, crop), rule, step: 1);
        var result = original with
        {
            Format = format,
            Width = size?.Width,
            Height = size?.Height,
            DurationSeconds = null,
            Animated = false,
            Bytes = Fitting(original.Bytes, rule),
        };
        return new(
            PublishWay.Picture,
            Whole(original),
            crop,
            null,
            null,
            rule?.MaxBytes,
            result,
            original.Animated
                ? $"It moves, and {rule!.Surface.Title} {(rule.Surface.IsPlural ? "show" : "shows")} its first picture only."
                : null
        );
    }

    private static PublishPlan ForVideo(MediaSpec original, Crop? crop, Trim? trim, SurfaceRule? rule)
    {
        var cropped = Cropped(original, crop);
        var size = ScaledDown(cropped, rule, step: 2);
        var tooFast = original.FrameRate > rule?.MaxFrameRate * (1 + RuleEvaluator.Tolerance) && Requires(rule, Constraint.MaxFrameRate);
        var tooLarge = original.Bytes > rule?.MaxBytes && Requires(rule, Constraint.MaxBytes);
        if (crop is null && trim is null && size == cropped && !tooFast && !tooLarge && IsTakenAsCoded(original, rule))
        {
            return new(PublishWay.Copy, Whole(original), null, null, null, null, original);
        }

        var even = size is { } known
            ? new PixelSize(Math.Max(2, known.Width / 2 * 2), Math.Max(2, known.Height / 2 * 2))
            : (PixelSize?)null;
        var result = original with
        {
            Format = MediaFormat.Mp4,
            VideoCodec = "h264",
            AudioCodec = original.AudioCodec is null ? null : "aac",
            Width = even?.Width,
            Height = even?.Height,
            DurationSeconds = trim?.Seconds ?? original.DurationSeconds,
            FrameRate = tooFast ? rule!.MaxFrameRate : original.FrameRate,
            Bytes = Fitting(original.Bytes, rule),
        };
        return new(PublishWay.Video, Whole(original), crop, trim, tooFast ? rule!.MaxFrameRate : null, rule?.MaxBytes, result);
    }

    /// <summary>
    /// The original's format where the surface takes it, because re-encoding loses a little; otherwise JPEG, which all of them take.
    /// </summary>
    private static MediaFormat StillFormat(MediaSpec original, SurfaceRule? rule) =>
        original.Format switch
        {
            // Encoders for still GIFs reduce the colours; PNG keeps them all.
            MediaFormat.Gif => Accepts(rule, MediaFormat.Png) && !IsTooLarge(original, rule) ? MediaFormat.Png : MediaFormat.Jpeg,
            // Only JPEG and WebP can be made to fit a number of bytes.
            MediaFormat.Png => Accepts(rule, MediaFormat.Png) && !IsTooLarge(original, rule) ? MediaFormat.Png : MediaFormat.Jpeg,
            MediaFormat.Webp => Accepts(rule, MediaFormat.Webp) ? MediaFormat.Webp : MediaFormat.Jpeg,
            _ => MediaFormat.Jpeg,
        };

    private static bool IsTakenAsCoded(MediaSpec original, SurfaceRule? rule) =>
        rule is null
        || (
            RuleEvaluator.Evaluate(rule, original) is var breaches
            && ((breaches.Required | breaches.Recommended) & (Constraint.Format | Constraint.VideoCodec | Constraint.AudioCodec)) == 0
        );

    private static bool Accepts(SurfaceRule? rule, MediaFormat format) =>
        rule?.Formats is not { } formats || MediaNames.Accepts(formats, format);

    private static bool IsTooLarge(MediaSpec original, SurfaceRule? rule) => original.Bytes > rule?.MaxBytes;

    private static bool Requires(SurfaceRule? rule, Constraint figure) => rule is not null && (rule.Advisory & figure) == 0;

    private static PixelSize Whole(MediaSpec original) => original.Size ?? new(1, 1);

    // Whatever is re-encoded is made to fit.
    private static long Fitting(long bytes, SurfaceRule? rule) =>
        Math.Max(Math.Min(bytes, rule?.MaxBytes ?? long.MaxValue), rule?.MinBytes ?? 0);

    private static PixelSize? Cropped(MediaSpec original, Crop? crop)
    {
        if (crop is null || original.Size is not { } size)
        {
            return original.Size;
        }

        var (_, _, width, height) = crop.Of(size.Width, size.Height);
        return new(width, height);
    }

    /// <summary>Scaled to the largest size that the surface takes, never up.</summary>
    private static PixelSize? ScaledDown(PixelSize? cropped, SurfaceRule? rule, int step)
    {
        if (cropped is not { } size || !Requires(rule, Constraint.MaxSize))
        {
            return cropped;
        }

        var turned =
            rule!.EitherOrientation && rule.MaxWidth is { } wide && rule.MaxHeight is { } high && size.Width > size.Height != wide > high;
        var (maxWidth, maxHeight) = turned ? (rule.MaxHeight, rule.MaxWidth) : (rule.MaxWidth, rule.MaxHeight);
        double[] scales =
        [
            1,
            (double)(maxWidth ?? size.Width) / size.Width,
            (double)(maxHeight ?? size.Height) / size.Height,
            Math.Sqrt((double)(rule.MaxPixels ?? size.Pixels) / size.Pixels),
        ];
        var scale = scales.Min();
        return scale >= 1 ? size : new(Scaled(size.Width), Scaled(size.Height));

        int Scaled(int side) => Math.Max(step, (int)(side * scale / step + 0.001) * step);
    }
}
