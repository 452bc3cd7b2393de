using System.Collections.Concurrent;
using Magpie.MediaWorker.Protocol;
using Magpie.Platform.Media.Children;

namespace Magpie.Platform.Media.Pictures;

/// <summary>
/// Workers, by default two more than there are cores; each is started when it is first needed and replaced when it dies, hangs or grows
/// old.
/// </summary>
internal sealed class PictureWorkerPool : IDisposable
{
    /// <summary>As long as a worker takes to start, the one before it decodes this many.</summary>
    private const int PicturesAhead = 10;

    private readonly ChildStarter starter;
    private readonly MediaOptions options;
    private readonly ILogger log;
    private readonly SemaphoreSlim free;
    private readonly ConcurrentBag<Place> places = [];
    private readonly string root;

    public PictureWorkerPool(ChildStarter starter, MediaOptions options, ILogger log)
    {
        this.starter = starter;
        this.options = options;
        this.log = log;
        free = new SemaphoreSlim(options.WorkerCount);
        // A folder of this run: what another one left, or is still using, is not ours.
        root = Path.Combine(Path.GetFullPath(options.ScratchFolder), $"workers-{Guid.NewGuid():N}");
        for (var i = 0; i < options.WorkerCount; i++)
        {
            places.Add(new Place(new PictureFolders(Path.Combine(root, $"{i}"), starter.User)));
        }
    }

    /// <summary>Waits for a free place and works there; the folders are cleared afterwards.</summary>
    public async Task<T> UseAsync<T>(Func<Place, Task<T>> work, CancellationToken ct)
    {
        await free.WaitAsync(ct);
        if (!places.TryTake(out var place))
        {
            throw new InvalidOperationException("A place was counted as free that is not there");
        }

        try
        {
            return await work(place);
        }
        finally
        {
            place.Folders.Clear();
            places.Add(place);
            free.Release();
        }
    }

    /// <summary>Asks the worker of a place. Null when it ended; when <paramref name="ct"/> is cancelled the worker is ended too.</summary>
    public async Task<PictureAnswer?> AskAsync(Place place, PictureRequest request, CancellationToken ct)
    {
        var worker = place.Worker ??= await NextAsync(place);
        PictureAnswer? answer = null;
        try
        {
            answer = await worker.AskAsync(request, ct);
        }
        finally
        {
            if (answer is null || worker.Answered >= options.PicturesPerWorker)
            {
                worker.Dispose();
                place.Worker = null;
            }
            else if (worker.Answered >= options.PicturesPerWorker - PicturesAhead)
            {
                place.Next ??= StartAsync(place);
            }
        }

        return answer;
    }

    /// <summary>The one that was started ahead of time, for which nobody has to wait; or one that is started now.</summary>
    private Task<PictureWorker> NextAsync(Place place)
    {
        var next = place.Next;
        place.Next = null;
        return next is null || next.IsFaulted ? StartAsync(place) : next;
    }

    private Task<PictureWorker> StartAsync(Place place) => PictureWorker.StartAsync(starter, place.Folders, options, log);

    public void Dispose()
    {
        foreach (var place in places)
        {
            place.Worker?.Dispose();
            if (place.Next is { IsCompletedSuccessfully: true } next)
            {
                next.Result.Dispose();
            }
        }

        free.Dispose();
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }
    }

    internal sealed class Place(PictureFolders folders)
    {
        public PictureFolders Folders => folders;
        public PictureWorker? Worker { get; set; }

        /// <summary>Starts while the one before it is still at work.</summary>
        public Task<PictureWorker>? Next { get; set; }
    }
}
