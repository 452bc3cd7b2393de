using Magpie.MediaWorker.Protocol;
using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Posts.Publishing;

namespace Magpie.Platform.Media.Pictures;

/// <summary>Has the workers process pictures, and checks their answers.</summary>
internal sealed class ImageProcessor(PictureWorkerPool pool, MediaOptions options, TimeProvider time, ILogger log)
{
    private const string InName = "original";
    private const int LargestPlaceholder = 4096;

    public Task<MediaOutcome> ProcessAsync(
        MediaFormat format,
        string name,
        string path,
        string outputFolder,
        RenditionKind large,
        CancellationToken ct
    ) =>
        pool.UseAsync(
            async place =>
            {
                var (answer, outcome) = await AskAsync(place, name, path, Request(format, large, checkOnly: false), ct);
                if (outcome is not null)
                {
                    return outcome;
                }

                if (answer is not { Picture: { } picture, Placeholder: { Length: > 0 and <= LargestPlaceholder } placeholder })
                {
                    return MediaRefusals.DecoderEnded(name);
                }

                var renditions = answer.Files.Select(file => Take(file, place.Folders, outputFolder)).ToList();
                return new MediaOutcome.Understood(Facts(picture), placeholder, renditions);
            },
            ct
        );

    public Task<RuleViolation?> CheckAsync(MediaFormat format, string name, string path, CancellationToken ct) =>
        pool.UseAsync(
            async place =>
            {
                var (_, outcome) = await AskAsync(place, name, path, Request(format, RenditionKind.Preview, checkOnly: true), ct);
                return (outcome as MediaOutcome.Refused)?.Because;
            },
            ct
        );

    /// <summary>Makes the file for publishing. Returns <see cref="PublishedMedia"/>, or why there is none.</summary>
    public Task<(PublishedMedia? File, MediaOutcome? Trouble)> ExportAsync(
        MediaFormat format,
        string name,
        string path,
        string outputFolder,
        PublishPlan plan,
        CancellationToken ct
    ) =>
        pool.UseAsync<(PublishedMedia?, MediaOutcome?)>(
            async place =>
            {
                var (made, size) = (plan.Result.Format, plan.Result.Size ?? new(0, 0));
                var area = plan.Crop?.Of(plan.Original.Width, plan.Original.Height);
                var export = new PictureExport(
                    Lower(made),
                    area is { } kept ? [kept.X, kept.Y, kept.Width, kept.Height] : null,
                    size.Width,
                    size.Height,
                    plan.MaxBytes
                );
                var (answer, outcome) = await AskAsync(
                    place,
                    name,
                    path,
                    Request(format, RenditionKind.Preview, checkOnly: false) with
                    {
                        Export = export,
                    },
                    ct
                );
                if (outcome is not null || answer is not { Files: [var file] })
                {
                    return (null, outcome ?? MediaRefusals.DecoderEnded(name));
                }

                var target = Path.Combine(outputFolder, "export");
                place.Folders.Give($"export.{export.Format}", target);
                return (new(target, made, file.Width, file.Height), null);
            },
            ct
        );

    private PictureRequest Request(MediaFormat format, RenditionKind large, bool checkOnly) =>
        new(InName, Lower(format), Lower(large), options.MaxPixels, checkOnly);

    private async Task<(PictureAnswer? Answer, MediaOutcome? Outcome)> AskAsync(
        PictureWorkerPool.Place place,
        string name,
        string path,
        PictureRequest request,
        CancellationToken ct
    )
    {
        place.Folders.Take(path, InName);
        using var limit = new CancellationTokenSource(options.PictureTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            var answer = await pool.AskAsync(place, request, either.Token);
            return (answer, Evaluate(answer, name));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, MediaRefusals.TookTooLong(name, options.PictureTimeout));
        }
    }

    private MediaOutcome? Evaluate(PictureAnswer? answer, string name)
    {
        if (answer?.Failure is { } failure)
        {
            log.LogWarning("A picture could not be decoded: {Failure}", failure);
        }

        return answer switch
        {
            null => MediaRefusals.DecoderEnded(name),
            { Failure: not null } => MediaRefusals.DecoderCouldNot(name),
            { Fault: PictureFaults.CutOff } => new MediaOutcome.Refused(MediaRefusals.CutOff(name)),
            { Fault: PictureFaults.TooManyPixels } => new MediaOutcome.Refused(MediaRefusals.TooManyPixels(name, options.MaxMegapixels)),
            { Fault: not null } => new MediaOutcome.Refused(MediaRefusals.DamagedPicture(name)),
            { Picture: { Width: > 0, Height: > 0 } } => null,
            _ => MediaRefusals.DecoderEnded(name),
        };
    }

    /// <summary>Only files with known names are taken from the worker's folder: its answers are trusted no more than the file.</summary>
    private static RenditionFile Take(PictureFile file, PictureFolders from, string to)
    {
        var kind = Enum.Parse<RenditionKind>(file.Kind, ignoreCase: true);
        var name = $"{Lower(kind)}.webp";
        var path = Path.Combine(to, name);
        from.Give(name, path);
        return new RenditionFile(kind, path, "image/webp", file.Width, file.Height);
    }

    private static MediaFacts Facts(PictureDescription picture) =>
        new(
            picture.Width,
            picture.Height,
            picture.DurationSeconds,
            null,
            null,
            null,
            picture.Frames > 1,
            picture.Captured?.Moment,
            picture.Camera,
            picture.Captured?.Local
        );

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
