using Microsoft.Extensions.Options;

namespace Magpie.Platform.Media;

/// <summary>
/// Kinds of work on files that must not wait for each other: seconds of work must not wait for minutes, pictures not for videos, and what
/// somebody waits for not for what nobody waits for.
/// </summary>
internal enum MediaWork
{
    /// <summary>Renditions of a video.</summary>
    VideoProcessing,

    /// <summary>A few seconds of a video tool, usually while somebody waits.</summary>
    QuickLook,

    /// <summary>A copy of a video without metadata.</summary>
    VideoCopy,
    PictureCopy,

    /// <summary>
    /// A file for publishing, from fetching the original to storing the result. Meanwhile it may also take a place for a copy.
    /// </summary>
    VideoExport,
    PictureExport,
}

/// <summary>
/// Limits how many files are worked on at once. Each kind of work has its own places, because each takes memory. Only an export takes a
/// second place, and only for a copy, so no jobs can wait for each other in a circle.
/// </summary>
internal sealed class MediaLimiter(IOptions<MediaOptions> options) : IDisposable
{
    private readonly SemaphoreSlim[] free =
    [
        .. Enum.GetValues<MediaWork>().Select(work => new SemaphoreSlim(PlacesFor(work, options.Value.WorkerCount))),
    ];

    /// <param name="ct">Ends the waiting for a place.</param>
    public async Task<T> UseAsync<T>(MediaWork kind, Func<Task<T>> work, CancellationToken ct)
    {
        var places = free[(int)kind];
        await places.WaitAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => Array.ForEach(free, places => places.Dispose());

    /// <summary>Fewer for exports, so that many that are made ahead of time leave places for a copy that somebody waits for.</summary>
    private static int PlacesFor(MediaWork work, int workers) =>
        work is MediaWork.VideoExport or MediaWork.PictureExport ? Math.Max(1, workers - 2) : workers;
}
