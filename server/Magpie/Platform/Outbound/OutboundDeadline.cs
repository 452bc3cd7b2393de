namespace Magpie.Platform.Outbound;

/// <summary>How long a fetch may take in total, and how long without any data. Also ends when the caller cancels.</summary>
internal sealed class OutboundDeadline : IDisposable
{
    private readonly CancellationTokenSource total;
    private readonly CancellationTokenSource idle;
    private readonly CancellationTokenSource any;
    private readonly TimeSpan idleTimeout;

    public OutboundDeadline(TimeSpan timeout, TimeSpan idleTimeout, TimeProvider time, CancellationToken caller)
    {
        Caller = caller;
        this.idleTimeout = idleTimeout;
        total = new(timeout, time);
        idle = new(Timeout.InfiniteTimeSpan, time);
        any = CancellationTokenSource.CreateLinkedTokenSource(total.Token, idle.Token, caller);
    }

    public CancellationToken Caller { get; }

    public bool IsCancelled => Caller.IsCancellationRequested;

    /// <summary>The other server took too long; nobody here cancelled.</summary>
    public bool WasGivenUp => !IsCancelled && (total.IsCancellationRequested || idle.IsCancellationRequested);

    /// <summary>Waits for one operation, which must finish within the idle time, or within the given one.</summary>
    public CancellationToken Begin(TimeSpan? within = null)
    {
        idle.CancelAfter(within ?? idleTimeout);
        return any.Token;
    }

    /// <summary>It finished in time.</summary>
    public void End() => idle.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        any.Dispose();
        idle.Dispose();
        total.Dispose();
    }
}
