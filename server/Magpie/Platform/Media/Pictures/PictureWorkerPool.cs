using System.Collections.Concurrent;
using Magpie.MediaWorker.Protocol;
using Magpie.Platform.Media.Children;

namespace Magpie.Platform.Media.Pictures;

/// <summary>
/// Workers, by default two more than there are cores. Each starts when it is first needed and is replaced when it crashes, hangs or has
/// done enough.
/// </summary>
internal sealed class PictureWorkerPool : IDisposable
{
    /// <summary>How many pictures the previous worker decodes while a new one starts.</summary>
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
        // A folder for this run only: what another server left, or is still using, is not ours.
        root = Path.Combine(Path.GetFullPath(options.ScratchFolder), $"workers-{Guid.NewGuid():N}");
        for (var i = 0; i < options.WorkerCount; i++)
        {
            places.Add(new Place(new PictureFolders(Path.Combine(root, $"{i}"), starter.User)));
        }
    }

    /// <summary>Waits for a free worker and uses it; the folders are cleared afterwards.</summary>
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

    /// <summary>Asks the worker of this place. Null when it ended; cancelling <paramref name="ct"/> ends the worker too.</summary>
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

    /// <summary>The worker that was started ahead of time, or else one that is started now.</summary>
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

        /// <summary>Starts while the previous one is still at work.</summary>
        public Task<PictureWorker>? Next { get; set; }
    }
}
