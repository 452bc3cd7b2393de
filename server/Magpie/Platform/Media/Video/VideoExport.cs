using System.Globalization;
using Magpie.Model.Media;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Media.Video.Coded;

namespace Magpie.Platform.Media.Video;

/// <summary>Makes the file for publishing of a video.</summary>
internal sealed class VideoExport(VideoTools tools, VideoDescription video, PublishPlan plan, string outputFolder)
{
    private const int AudioBits = 128_000,
        LeastVideoBits = 200_000,
        HighestVideoBits = 25_000_000;

    /// <summary>What containers and the ups and downs of an encoder take.</summary>
    private const double Spare = 0.92;
    private const double NextRate = 0.7;
    private const int Tries = 4;

    /// <summary>Of what stood for long; a rate that every network takes.</summary>
    private const int FilledRate = 25;

    // Without an edit list a file cannot say that its pictures begin later than its sound: the first one is shown from the beginning.
    private const string FromTheBeginning = "setpts='if(eq(N,0),0,PTS)'";

    // Nor that the encoder's run-up of 1024 samples is to be skipped: it takes the place of the first 21 ms.
    private const string InStep = "aresample=48000:async=1:first_pts=0,atrim=start_sample=1024,asetpts=PTS-STARTPTS";

    private VideoTrack Track => video.Track;

    /// <summary>Null when ffmpeg could not, or when the result cannot be made to fit.</summary>
    public async Task<PublishedMedia?> TryAsync(MediaFormat format, CancellationToken ct)
    {
        var size = Size();
        if (
            plan.Way is PublishWay.Copy
            && Track is { IsUpright: true, IsHdr: false, PixelAspect: 1 }
            && await new VideoCopy(tools, video, outputFolder).TryForPublishingAsync(format, ct) is { } copy
        )
        {
            return new(copy, format, Track.Width, Track.Height);
        }

        var seconds = plan.Trim?.Seconds ?? video.Seconds ?? Track.Seconds;
        var rate = HighestVideoBits;
        if (plan.MaxBytes is { } most && seconds is { } known)
        {
            rate = (int)Math.Clamp(most * 8 * Spare / known - AudioBits, LeastVideoBits, HighestVideoBits);
        }

        for (var attempt = 0; attempt < Tries; attempt++, rate = (int)(rate * NextRate))
        {
            if (await EncodeAsync(size, rate, ct) is not { } made)
            {
                return null;
            }

            if (!(new FileInfo(made.Path).Length > plan.MaxBytes))
            {
                return made;
            }
        }

        return null;
    }

    private async Task<PublishedMedia?> EncodeAsync((int Width, int Height) size, int bitsPerSecond, CancellationToken ct)
    {
        var path = Path.Combine(outputFolder, "export");
        string[] cut = plan.Trim is { } trim ? ["-ss", Number(trim.Start), "-t", Number(trim.Seconds)] : [];
        string[] turned = Track.Rotates ? [] : ["-noautorotate"];
        // What stands for long is repeated first and cut then; of all else only the part that is wanted is read.
        var (before, after) = Track.IsSlow ? (Array.Empty<string>(), cut) : (cut, []);
        string[] sound = video.Sound is { } heard
            ? ["-map", $"0:{heard.Index}", "-af", InStep, "-c:a", "aac", "-b:a", $"{AudioBits}", "-ar", "48000", "-ac", "2"]
            : [];
        var result = await tools.ConvertAsync(
            [.. before, .. turned],
            [
                "-map",
                $"0:{Track.Index}",
                "-vf",
                $"{Cropped()}{Paced()}{VideoFilters.Screen(Track, size, "yuv420p")},{FromTheBeginning}",
                "-fps_mode",
                "vfr",
                "-c:v",
                "libx264",
                "-preset",
                "medium",
                "-crf",
                "20",
                "-maxrate",
                $"{bitsPerSecond}",
                "-bufsize",
                $"{bitsPerSecond * 2L}",
                "-profile:v",
                "high",
                "-pix_fmt",
                "yuv420p",
                "-threads",
                "2",
                .. sound,
                "-sn",
                "-dn",
                .. after,
                .. VideoCopy.PublishContainer("mp4"),
                "-y",
                $"file:{path}",
            ],
            ct
        );
        return
            result.Succeeded
            && new FileInfo(path) is { Exists: true, Length: > 0 }
            && await CodedMetadata.TryRemoveAsync(path, MediaFormat.Mp4, "h264", ct)
            ? new(path, MediaFormat.Mp4, size.Width, size.Height)
            : null;
    }

    /// <summary>Pixels that are not square are made so: what was planned is as wide as they are many.</summary>
    private (int Width, int Height) Size()
    {
        var planned = plan.Result.Size ?? new(Track.Width, Track.Height);
        return (Even(planned.Width * Math.Max(Track.PixelAspect, 1)), Even(planned.Height / Math.Min(Track.PixelAspect, 1)));

        static int Even(double length) => Math.Max(2, (int)Math.Round(length / 2) * 2);
    }

    private string Cropped()
    {
        if (plan.Crop?.Of(Track.Width, Track.Height) is not { } kept)
        {
            return "";
        }

        return string.Create(CultureInfo.InvariantCulture, $"crop={kept.Width}:{kept.Height}:{kept.X}:{kept.Y}:exact=1,");
    }

    private string Paced() =>
        plan.MaxFrameRate is { } most ? $"fps={Number(most)},"
        : Track.IsSlow ? $"fps={FilledRate},"
        : "";

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
