using System.Threading.Channels;
using Npgsql;

namespace Magpie.Platform.Database;

/// <summary>What is known of the database from the last access. Each change is logged once, however many requests notice it.</summary>
internal sealed class DatabaseState(ILogger<DatabaseState> log, TimeProvider time)
{
    /// <summary>
    /// A full disk of PostgreSQL is not polled for, as that would mean writing; it is reported as long as requests meet it.
    /// </summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> doubts = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly Lock gate = new();
    private readonly TaskCompletionSource damaged = new(TaskCreationOptions.RunContinuationsAsynchronously),
        sound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long since;
    private long? metFull;

    /// <summary>Why it does not answer; null when the last attempt worked.</summary>
    public string? Unavailable { get; private set; }

    /// <summary>Why its data cannot be trusted. Stays until somebody has repaired it and restarted Magpie.</summary>
    public string? Damage { get; private set; }

    /// <summary>PostgreSQL ran out of space recently.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate)
            {
                return metFull is { } then && time.GetElapsedTime(then) < Remembered;
            }
        }
    }

    /// <param name="error">An error that may or may not come from the database.</param>
    public void Note(Exception error)
    {
        switch (Outages.Of(error))
        {
            case Outage.DatabaseDamaged:
                NoteDamage(Outages.ReasonOf(error));
                break;
            case Outage.DatabaseUnavailable:
                // Perhaps only one session was lost, or one row is locked, so the database is asked.
                doubts.Writer.TryWrite(true);
                break;
            case Outage.DiskFull when error.GetBaseException() is PostgresException:
                NoteFull();
                break;
        }
    }

    /// <summary>Everything was read and is fine, or cannot be checked.</summary>
    public void NoteSound() => sound.TrySetResult();

    public void NoteDamage(string reason)
    {
        lock (gate)
        {
            if (Damage is not null)
            {
                return;
            }

            Damage = reason;
        }

        damaged.TrySetResult();
        log.LogCritical(
            "The database is damaged: {Reason}. Nothing is changed in it from now on. What to do: docs/guide/trouble.md",
            reason
        );
    }

    public void NoteAnswer()
    {
        lock (gate)
        {
            if (Unavailable is null)
            {
                return;
            }

            Unavailable = null;
        }

        log.LogWarning("The database answers again, after {Seconds:f0} s", time.GetElapsedTime(since).TotalSeconds);
    }

    public Task WaitForDamageAsync(CancellationToken ct) => damaged.Task.WaitAsync(ct);

    /// <summary>Returns when the check has found nothing wrong; never when it has.</summary>
    public Task WaitUntilSoundAsync(CancellationToken ct) => sound.Task.WaitAsync(ct);

    /// <summary>Returns when somebody got no answer.</summary>
    public async Task WaitForDoubtAsync(CancellationToken ct) => await doubts.Reader.ReadAsync(ct);

    public void NoteSilence(string reason)
    {
        lock (gate)
        {
            var isNews = Unavailable is null;
            Unavailable = reason;
            if (!isNews)
            {
                return;
            }

            since = time.GetTimestamp();
        }

        log.LogError(
            "The database does not answer: {Reason}. Requests that need it get 503 until it does; it is asked every second",
            reason
        );
    }

    private void NoteFull()
    {
        var isNews = !IsFull;
        lock (gate)
        {
            metFull = time.GetTimestamp();
        }

        if (isNews)
        {
            log.LogError("The disk of PostgreSQL is full. Requests that need room on it get 507 until there is some");
        }
    }
}
