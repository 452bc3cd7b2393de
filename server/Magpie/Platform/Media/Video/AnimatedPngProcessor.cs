using Magpie.Model.Media;
using Magpie.Platform.Media.Children;

namespace Magpie.Platform.Media.Video;

/// <summary>Makes the moving renditions of an animated PNG: libvips only reads its first frame, ffmpeg all of them.</summary>
internal sealed class AnimatedPngProcessor(SandboxedTool tool, MediaOptions options, TimeProvider time, ILogger log)
{
    private const int LargeSide = 1600,
        HoverSide = 400,
        MostFrames = 300;

    /// <summary>
    /// Delays of a hundredth of a second or less become a tenth, as in browsers; frames without any delay get the demuxer's.
    /// </summary>
    private const string AsShown = "setpts='if(eq(N,0),0,PREV_OUTPTS+if(lte((PTS-PREV_INPTS)*TB,0.0105),0.1/TB,PTS-PREV_INPTS))'";

    /// <summary>Adds the animation; if that takes too long or fails, the still picture remains.</summary>
    public async Task<MediaOutcome> MoveAsync(
        MediaOutcome.Understood still,
        string name,
        string path,
        string outputFolder,
        CancellationToken ct
    )
    {
        using var limit = new CancellationTokenSource(options.PictureTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        var tools = new VideoTools(tool, options, time, MediaFormat.Png, path, outputFolder);
        try
        {
            var large = await TryMakeAsync(tools, still.Facts, RenditionKind.Preview, LargeSide, outputFolder, either.Token);
            var hover = large is null
                ? null
                : await TryMakeAsync(tools, still.Facts, RenditionKind.Hover, HoverSide, outputFolder, either.Token);
            return hover is null
                ? still
                : still with
                {
                    Renditions = [.. still.Renditions.Where(r => r.Kind != RenditionKind.Preview), large!, hover],
                };
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return still;
        }
        catch (ChildLostException lost)
        {
            log.LogError("An animated PNG was not set in motion: {Why}", lost.Message);
            return lost.Loss is ChildLoss.Crashed ? still : MediaRefusals.Of(lost.Loss, name);
        }
    }

    private static async Task<RenditionFile?> TryMakeAsync(
        VideoTools tools,
        MediaFacts facts,
        RenditionKind kind,
        int side,
        string outputFolder,
        CancellationToken ct
    )
    {
        var path = Path.Combine(outputFolder, $"{kind.ToString().ToLowerInvariant()}-moving.webp");
        var scale = Math.Min(1, (double)side / Math.Max(facts.Width, facts.Height));
        var (width, height) = (Scaled(facts.Width, scale), Scaled(facts.Height, scale));
        var result = await tools.ConvertAsync(
            ["-default_fps", "10"],
            [
                "-vf",
                $"{AsShown},scale={width}:{height}:flags=bicubic,format=bgra",
                "-fps_mode",
                "vfr",
                "-enc_time_base",
                "1:1000",
                "-frames:v",
                $"{MostFrames}",
                "-c:v",
                "libwebp_anim",
                "-quality",
                "70",
                "-compression_level",
                "2",
                "-loop",
                "0",
                "-f",
                "webp",
                "-y",
                $"file:{path}",
            ],
            ct
        );
        if (!result.Succeeded || new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            return null;
        }

        if (facts.DurationSeconds is { } seconds)
        {
            MovingWebp.LastUntil(path, seconds, MostFrames);
        }

        return new(kind, path, "image/webp", width, height);
    }

    private static int Scaled(int length, double scale) => Math.Max(1, (int)Math.Round(length * scale));
}
