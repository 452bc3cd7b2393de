using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Media.Children;
using Magpie.Platform.Media.Codecs;
using Magpie.Platform.Media.Pictures;
using Magpie.Platform.Media.Video.Coded;

namespace Magpie.Platform.Media.Video;

/// <summary>Has ffprobe and ffmpeg process videos.</summary>
internal sealed class VideoTranscoder(SandboxedTool tool, ImageProcessor pictures, MediaOptions options, TimeProvider time, ILogger log)
{
    public async Task<MediaOutcome> ProcessAsync(MediaFormat format, string name, string path, string outputFolder, CancellationToken ct)
    {
        var (outcome, trouble) = await WithinLimitAsync(
            format,
            name,
            path,
            outputFolder,
            async (tools, video, limited) =>
            {
                var measured =
                    video.Seconds is null || video.Track.FrameRate is null ? await tools.MeasureAsync(video.Track.Index, limited) : null;
                video = video with { Track = video.Track with { FrameRate = video.Track.FrameRate ?? measured?.FrameRate } };
                var seconds = video.Seconds ?? measured?.Seconds ?? video.Track.Seconds;
                var facts = new MediaFacts(
                    video.Track.Width,
                    video.Track.Height,
                    seconds,
                    video.Track.FrameRate,
                    video.Track.Codec,
                    video.AudioCodec,
                    Animated: false,
                    video.Captured?.Moment,
                    video.Camera,
                    video.Captured?.Local
                );
                return await RenderAsync(
                    format,
                    name,
                    new VideoRenditions(tools, video, seconds ?? 0, outputFolder),
                    video,
                    facts,
                    outputFolder,
                    limited
                );
            },
            ct
        );
        return outcome ?? trouble!;
    }

    /// <summary>What a video is, with a small picture if one can be made from the available bytes.</summary>
    /// <param name="there">How many bytes at the beginning of the file are the file's own; null where all are.</param>
    public async Task<MediaOutcome> GlanceAsync(
        MediaFormat format,
        string name,
        string path,
        long? there,
        string outputFolder,
        CancellationToken ct
    )
    {
        var (outcome, trouble) = await WithinLimitAsync(
            format,
            name,
            path,
            outputFolder,
            async (tools, video, limited) =>
            {
                var seconds = video.Seconds ?? video.Track.Seconds;
                var frame = there is { } bytes
                    ? await new VideoGlance(tools, video, bytes, outputFolder).TryFrameAsync(limited)
                    : await new VideoRenditions(tools, video, seconds ?? 0, outputFolder).TryPosterFrameAsync(limited);
                var facts = new MediaFacts(
                    video.Track.Width,
                    video.Track.Height,
                    seconds,
                    video.Track.FrameRate,
                    video.Track.Codec,
                    video.AudioCodec,
                    Animated: false,
                    video.Captured?.Moment,
                    video.Camera,
                    video.Captured?.Local
                );
                return
                    frame is not null
                    && await pictures.ProcessAsync(MediaFormat.Png, name, frame, outputFolder, RenditionKind.Poster, limited)
                        is MediaOutcome.Understood seen
                    ? seen with
                    {
                        Facts = facts,
                    }
                    : new MediaOutcome.Understood(facts, [], []);
            },
            ct
        );
        return outcome ?? trouble!;
    }

    public async Task<RuleViolation?> CheckAsync(MediaFormat format, string name, string path, CancellationToken ct)
    {
        var (damaged, trouble) = await WithinLimitAsync(
            format,
            name,
            path,
            outputFolder: "/dev/null", // Nothing is written, so what it may write is a folder that it may read anyway.
            async (tools, video, limited) =>
            {
                var decoded = await tools.ConvertAsync(
                    [],
                    ["-map", $"0:{video.Track.Index}", "-frames:v", "1", "-f", "rawvideo", "-y", "file:/dev/null", "-progress", "pipe:1"],
                    limited
                );
                return DecodedFrames(decoded) ? null : MediaRefusals.DamagedVideo(name);
            },
            ct
        );
        return damaged ?? (trouble as MediaOutcome.Refused)?.Because;
    }

    /// <summary>
    /// Picture and sound in a new container of the same format, without re-encoding where possible. Neither result when it cannot be done.
    /// </summary>
    public Task<(string? Path, MediaOutcome? Trouble)> CleanAsync(
        MediaFormat format,
        string name,
        string path,
        string outputFolder,
        CancellationToken ct
    ) =>
        WithinLimitAsync(
            format,
            name,
            path,
            outputFolder,
            (tools, video, limited) => new VideoCopy(tools, video, outputFolder).TryWithoutMetadataAsync(format, limited),
            ct
        );

    /// <summary>Without re-encoding where possible.</summary>
    public async Task<(PublishedMedia? File, MediaOutcome? Trouble)> PublishAsync(
        MediaFormat format,
        string name,
        string path,
        string outputFolder,
        PublishPlan plan,
        CancellationToken ct
    )
    {
        var (made, trouble) = await WithinLimitAsync(
            format,
            name,
            path,
            outputFolder,
            (tools, video, limited) => new VideoExport(tools, video, plan, outputFolder).TryAsync(format, limited),
            ct
        );
        return made is null ? (null, trouble ?? MediaRefusals.DecoderCouldNot(name)) : (made, null);
    }

    private static bool DecodedFrames(SandboxedResult result) =>
        System
            .Text.Encoding.ASCII.GetString(result.Output)
            .Split('\n')
            .Any(line => line.StartsWith("frame=", StringComparison.Ordinal) && line != "frame=0");

    private async Task<(VideoDescription? Video, RuleViolation? Refusal)> UnderstandAsync(
        VideoTools tools,
        MediaFormat format,
        string name,
        string path,
        CancellationToken ct
    )
    {
        var (report, errors) = await tools.ProbeAsync(ct);
        if (report is null)
        {
            log.LogInformation("ffprobe could not read a file: {Errors}", errors);
            if (OpenedCodecs.FindRefused(errors) is { } decoder)
            {
                return (null, CodecRefusals.Within(name, CodecNames.Of(decoder)));
            }

            var locked = errors.Contains("encrypt", StringComparison.OrdinalIgnoreCase);
            return (null, locked ? MediaRefusals.Encrypted(name) : MediaRefusals.DamagedVideo(name));
        }

        if (VideoReader.IsEncrypted(report))
        {
            return (null, MediaRefusals.Encrypted(name));
        }

        if (VideoReader.FindUnopened(report, format) is { } codec)
        {
            return (null, CodecRefusals.Within(name, CodecNames.Of(codec)));
        }

        var video = VideoReader.Read(report, new FileInfo(path).Length);
        return video switch
        {
            null when report.Streams is { Count: > 0 } && !VideoReader.ClaimsPictures(report) => (null, MediaRefusals.NoPictureTrack(name)),
            null => (null, MediaRefusals.DamagedVideo(name)),
            _ when (long)video.Track.Width * video.Track.Height > options.MaxPixels => (
                null,
                MediaRefusals.TooManyPixels(name, options.MaxMegapixels)
            ),
            _ when VideoReader.FindUnreadableSound(report) is { } code => (null, CodecRefusals.UnknownSound(name, code)),
            _ => (
                video with
                {
                    Track = video.Track with { ChangesCoding = await CodedMetadata.ChangesCodingAsync(path, format, ct) },
                },
                null
            ),
        };
    }

    private async Task<MediaOutcome> RenderAsync(
        MediaFormat format,
        string name,
        VideoRenditions make,
        VideoDescription video,
        MediaFacts facts,
        string outputFolder,
        CancellationToken ct
    )
    {
        if (await make.TryPosterFrameAsync(ct) is not { } frame)
        {
            return new MediaOutcome.Refused(MediaRefusals.DamagedVideo(name));
        }

        var outcome = await pictures.ProcessAsync(MediaFormat.Png, name, frame, outputFolder, RenditionKind.Poster, ct);
        File.Delete(frame);
        if (outcome is not MediaOutcome.Understood poster)
        {
            return outcome is MediaOutcome.Failed ? outcome : MediaRefusals.DecoderEnded(name);
        }

        List<RenditionFile> renditions = [.. poster.Renditions];
        if (await make.TryHoverAsync(ct) is { } hover)
        {
            renditions.Add(hover);
        }

        if (!Playability.PlaysInBrowsers(format, video))
        {
            if (await make.TryPlaybackAsync(format, ct) is not { } playback)
            {
                return MediaRefusals.DecoderCouldNot(name);
            }

            renditions.Add(playback);
        }

        return new MediaOutcome.Understood(facts, poster.Placeholder, renditions);
    }

    /// <summary>The result of the work; or why there is none: the file is refused, it took too long, or the tool was lost.</summary>
    private async Task<(T? Result, MediaOutcome? Trouble)> WithinLimitAsync<T>(
        MediaFormat format,
        string name,
        string path,
        string outputFolder,
        Func<VideoTools, VideoDescription, CancellationToken, Task<T?>> work,
        CancellationToken ct
    )
        where T : class
    {
        using var limit = new CancellationTokenSource(options.VideoTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            var tools = new VideoTools(tool, options, time, format, path, outputFolder);
            var (video, refusal) = await UnderstandAsync(tools, format, name, path, either.Token);
            return video is null ? (null, new MediaOutcome.Refused(refusal!)) : (await work(tools, video, either.Token), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, MediaRefusals.TookTooLong(name, options.VideoTimeout));
        }
        catch (TimeoutException)
        {
            return (null, MediaRefusals.TookTooLong(name, options.ProbeTimeout));
        }
        catch (ChildLostException lost)
        {
            log.LogError("A video tool was lost: {Why}", lost.Message);
            return (null, MediaRefusals.Of(lost.Loss, name));
        }
    }
}
