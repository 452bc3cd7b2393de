using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Media.Children;
using Magpie.Platform.Media.Cleaning;
using Magpie.Platform.Media.Pictures;
using Magpie.Platform.Media.Video;
using Microsoft.Extensions.Options;

namespace Magpie.Platform.Media;

/// <summary>
/// Finds out what files are, and makes the renditions that people see. Files are opened only in child processes without network or access
/// to other files; this process only sees facts and finished renditions.
/// </summary>
internal sealed class MediaProcessor : IAsyncDisposable
{
    private readonly ChildStarter starter;
    private readonly PictureWorkerPool pool;
    private readonly ImageProcessor pictures;
    private readonly VideoTranscoder videos;
    private readonly AnimatedPngProcessor animatedPngs;
    private readonly MediaLimiter limiter;
    private readonly MediaOptions options;
    private readonly TimeProvider time;

    public MediaProcessor(
        IOptions<MediaOptions> options,
        MediaLimiter limiter,
        ChildUser user,
        TimeProvider time,
        ILogger<MediaProcessor> log
    )
    {
        starter = new ChildStarter(user);
        (this.options, this.limiter, this.time) = (options.Value, limiter, time);
        pool = new PictureWorkerPool(starter, options.Value, log);
        pictures = new ImageProcessor(pool, options.Value, time, log);
        var tool = new SandboxedTool(starter);
        videos = new VideoTranscoder(tool, pictures, options.Value, time, log);
        animatedPngs = new AnimatedPngProcessor(tool, options.Value, time, log);
    }

    /// <param name="format">As detected from the content.</param>
    /// <param name="name">For sentences only; never part of a path.</param>
    /// <param name="originalPath">Is read and never written.</param>
    /// <param name="outputFolder">Empty; the caller deletes it, whatever the outcome.</param>
    /// <param name="ct">Ends the child that works on the file.</param>
    public Task<MediaOutcome> ProcessAsync(
        MediaFormat format,
        string name,
        string originalPath,
        string outputFolder,
        CancellationToken ct
    ) =>
        format.Kind() switch
        {
            MediaKind.Image => ProcessPictureAsync(format, name, originalPath, outputFolder, ct),
            MediaKind.Video => limiter.UseAsync(
                MediaWork.VideoProcessing,
                () => videos.ProcessAsync(format, name, originalPath, outputFolder, ct),
                ct
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };

    /// <summary>A video that may be incomplete: its facts, and a small picture if one can be made.</summary>
    /// <param name="there">How many bytes at the beginning of the file are the file's own; null when all are.</param>
    public Task<MediaOutcome> GlanceAsync(
        MediaFormat format,
        string name,
        string path,
        long? there,
        string outputFolder,
        CancellationToken ct
    ) => limiter.UseAsync(MediaWork.QuickLook, () => videos.GlanceAsync(format, name, path, there, outputFolder, ct), ct);

    /// <summary>
    /// Decodes a picture, or the first frame of a video, and discards the result. Null when the file is sound, and also when that could not
    /// be found out, or not soon enough for somebody who waits for the answer: processing will tell.
    /// </summary>
    public async Task<RuleViolation?> CheckAsync(MediaFormat format, string name, string originalPath, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.CheckTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return format.Kind() switch
            {
                MediaKind.Image => await pictures.CheckAsync(format, name, originalPath, either.Token),
                MediaKind.Video => await limiter.UseAsync(
                    MediaWork.QuickLook,
                    () => videos.CheckAsync(format, name, originalPath, either.Token),
                    either.Token
                ),
                _ => throw new ArgumentOutOfRangeException(nameof(format)),
            };
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>
    /// Makes a copy without information on maker, time and place that looks identical. Neither path nor trouble when the file does not
    /// allow that.
    /// </summary>
    public async Task<(string? Path, MediaOutcome? Trouble)> CleanAsync(
        MediaFormat format,
        string name,
        string originalPath,
        string outputFolder,
        CancellationToken ct
    )
    {
        if (format.Kind() is MediaKind.Video)
        {
            return await limiter.UseAsync(MediaWork.VideoCopy, () => videos.CleanAsync(format, name, originalPath, outputFolder, ct), ct);
        }

        var path = Path.Combine(outputFolder, "clean");
        try
        {
            return await limiter.UseAsync(MediaWork.PictureCopy, () => Task.Run(CleanPicture, ct), ct);
        }
        catch (Exception odd) when (odd is InvalidDataException or EndOfStreamException)
        {
            return (null, null);
        }

        (string?, MediaOutcome?) CleanPicture()
        {
            PictureCleaner.Clean(format, originalPath, path);
            return (path, null);
        }
    }

    /// <summary>Makes the file for publishing: cropped, trimmed, upright, in sRGB or BT.709, without metadata.</summary>
    public async Task<(PublishedMedia? File, MediaOutcome? Trouble)> PublishAsync(
        MediaFormat format,
        string name,
        string originalPath,
        string outputFolder,
        PublishPlan plan,
        CancellationToken ct
    )
    {
        if (format.Kind() is MediaKind.Video)
        {
            return await limiter.UseAsync(
                MediaWork.VideoCopy,
                () => videos.PublishAsync(format, name, originalPath, outputFolder, plan, ct),
                ct
            );
        }

        if (plan.Way is PublishWay.Copy && await CleanAsync(format, name, originalPath, outputFolder, ct) is ({ } clean, _))
        {
            return (new(clean, format, plan.Result.Width ?? 0, plan.Result.Height ?? 0), null);
        }

        return await pictures.ExportAsync(format, name, originalPath, outputFolder, plan, ct);
    }

    private async Task<MediaOutcome> ProcessPictureAsync(
        MediaFormat format,
        string name,
        string originalPath,
        string outputFolder,
        CancellationToken ct
    )
    {
        var outcome = await pictures.ProcessAsync(format, name, originalPath, outputFolder, RenditionKind.Preview, ct);
        return format is MediaFormat.Png && outcome is MediaOutcome.Understood { Facts.Animated: true } still
            ? await limiter.UseAsync(MediaWork.QuickLook, () => animatedPngs.MoveAsync(still, name, originalPath, outputFolder, ct), ct)
            : outcome;
    }

    public ValueTask DisposeAsync()
    {
        pool.Dispose();
        starter.Dispose();
        return ValueTask.CompletedTask;
    }
}
