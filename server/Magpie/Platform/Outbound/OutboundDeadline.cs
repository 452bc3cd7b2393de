namespace Magpie.Platform.Outbound;

/// <summary>How long one fetch may go on: in all, and with nothing coming. Ends with the caller's own wish to stop.</summary>
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

    /// <summary>The other side took too long; nobody here asked to stop.</summary>
    public bool WasGivenUp => !IsCancelled && (total.IsCancellationRequested || idle.IsCancellationRequested);

    /// <summary>Waits for one thing; it must come within the time that may pass with nothing coming, or the one that is given.</summary>
    public CancellationToken Begin(TimeSpan? within = null)
    {
        idle.CancelAfter(within ?? idleTimeout);
        return any.Token;
    }

    /// <summary>It came.</summary>
    public void End() => idle.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        any.Dispose();
        idle.Dispose();
        total.Dispose();
    }
}
