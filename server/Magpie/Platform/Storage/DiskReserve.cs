using Microsoft.Extensions.Options;

namespace Magpie.Platform.Storage;

/// <summary>
/// A file that only takes up space on the disk of the data folder. Deleting needs to write first, in SQLite as in any database: on a full
/// disk, this is the space for it. Also knows whether the disk is full, and notices when it no longer is.
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

    /// <summary>Almost nothing is left, or a write failed and space has not come back yet.</summary>
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

    /// <summary>For messages.</summary>
    public long FreeBytes => Math.Min(DiskSpace.FreeBytes(data.Root), DiskSpace.FreeBytes(data.Blobs));

    private long WantedBytes => Math.Min(options.Value.ReserveBytes, DiskSpace.TotalBytes(data.Root) / 8);

    private long LowBytes => Math.Min(NextToNothing, DiskSpace.TotalBytes(data.Root) / 32);

    /// <summary>Returns when there is space; at once if there is.</summary>
    public Task WaitForRoomAsync(CancellationToken ct)
    {
        lock (gate)
        {
            return room.Task.WaitAsync(ct);
        }
    }

    /// <summary>A write failed for lack of space. If it was just too large, others may still succeed.</summary>
    public void NoteFull()
    {
        lock (gate)
        {
            NoticeFull(FreeBytes < 2 * LowBytes || !TakesFiles());
        }
    }

    /// <summary>
    /// When space is short, releases the reserve until the result is disposed of. For requests that free space, or lead to that.
    /// </summary>
    public IDisposable Lend()
    {
        lock (gate)
        {
            // Noted first, because the released space would look as if it had come back.
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
                // On a full disk, takes all space that comes free, before anything else can.
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

    /// <summary>A disk may have bytes left and still accept none: because of a quota, or no room for another file name.</summary>
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
