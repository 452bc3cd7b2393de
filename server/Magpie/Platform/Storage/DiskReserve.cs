using Microsoft.Extensions.Options;

namespace Magpie.Platform.Storage;

/// <summary>
/// A file that only takes up room, on the disk of the data folder. Taking something away writes first, in SQLite as in any database: where
/// the disk is full, this is the room for it. Also knows whether the disk is full, and notices when it no longer is.
/// </summary>
internal sealed class DiskReserve(DataFolder data, IOptions<StorageOptions> options, TimeProvider time, ILogger<DiskReserve> log)
    : BackgroundService
{
    private const long NextToNothing = 4_000_000;
    private static readonly TimeSpan WhileFull = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Otherwise = TimeSpan.FromSeconds(10);

    private readonly ReserveFile file = new(data.Root);
    private readonly Lock gate = new();
    private TaskCompletionSource room = Room(exists: true);
    private int borrowers;

    /// <summary>Next to nothing is left, or somebody found no room and there is none yet.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate)
            {
                return NoticeFull(FreeBytes < LowBytes);
            }
        }
    }

    /// <summary>For sentences.</summary>
    public long FreeBytes => Math.Min(DiskSpace.FreeBytes(data.Root), DiskSpace.FreeBytes(data.Blobs));

    private long WantedBytes => Math.Min(options.Value.ReserveBytes, DiskSpace.TotalBytes(data.Root) / 8);

    private long LowBytes => Math.Min(NextToNothing, DiskSpace.TotalBytes(data.Root) / 32);

    /// <summary>Returns when there is room; at once where there is.</summary>
    public Task WaitForRoomAsync(CancellationToken ct)
    {
        lock (gate)
        {
            return room.Task.WaitAsync(ct);
        }
    }

    /// <summary>Somebody found no room for what they wanted to write. Where that was only too large, others go on.</summary>
    public void NoteFull()
    {
        lock (gate)
        {
            NoticeFull(FreeBytes < 2 * LowBytes || !TakesFiles());
        }
    }

    /// <summary>
    /// Where there is little room, gives up the reserve until the answer is disposed of. For what takes things away, and what leads to
    /// that.
    /// </summary>
    public IDisposable Lend()
    {
        lock (gate)
        {
            // Noticed before, or what is given up here would look like room that has come back.
            NoticeFull(FreeBytes < LowBytes);
            if (borrowers == 0 && DiskSpace.FreeBytes(data.Root) >= WantedBytes)
            {
                return Loan.Unneeded;
            }

            borrowers++;
            file.GiveUp();
            return new Loan(TakeBack);
        }
    }

    /// <summary>Makes the reserve as large as it should be, and finds out whether the disk is full.</summary>
    public void Measure()
    {
        lock (gate)
        {
            if (borrowers > 0)
            {
                return;
            }

            var isFull = IsFull;
            var missing = WantedBytes - file.Bytes;
            var left = DiskSpace.FreeBytes(data.Root) - (isFull ? 0 : 2 * LowBytes);
            if (missing > 0 && left > 0)
            {
                // Where the disk is full all that comes free, before anything else can take it.
                file.Extend(Math.Min(missing, left));
            }

            if (isFull && FreeBytes >= 2 * LowBytes && TakesFiles())
            {
                log.LogWarning("There is room on the disk again: {Free} bytes", FreeBytes);
                room.SetResult();
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            Measure();
            await Task.Delay(IsFull ? WhileFull : Otherwise, time, stoppingToken);
        }
    }

    private void TakeBack()
    {
        lock (gate)
        {
            borrowers--;
            Measure();
        }
    }

    private bool NoticeFull(bool isFull)
    {
        if (isFull && borrowers == 0 && room.Task.IsCompleted)
        {
            log.LogError(
                "The disk is full: {Free} bytes are left. What needs room is refused until there is some; deleting works",
                FreeBytes
            );
            room = Room(exists: false);
        }

        return !room.Task.IsCompleted;
    }

    /// <summary>A disk may have bytes left and still take none: by a quota, or because it has no room for one more name.</summary>
    private bool TakesFiles() =>
        ReserveFile.Fits(data.Root, 2 * LowBytes) && ReserveFile.Fits(Path.Combine(data.Blobs, "tmp"), 2 * LowBytes);

    private static TaskCompletionSource Room(bool exists)
    {
        var room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (exists)
        {
            room.SetResult();
        }

        return room;
    }

    private sealed class Loan(Action? end) : IDisposable
    {
        public static readonly Loan Unneeded = new(null);

        private Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
}
