namespace Magpie.Tests.Support;

/// <summary>
/// A clock that runs faster than the wall's, timers included: what the product waits a minute for comes after seconds, and in
/// the same order. Everything that takes the time from the container follows it, Quartz too.
/// </summary>
public sealed class FastClock(double speed) : TimeProvider
{
    private readonly DateTimeOffset began = System.GetUtcNow();
    private readonly long start = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => began + System.GetElapsedTime(start) * speed;

    public override long GetTimestamp() => start + (long)((System.GetTimestamp() - start) * speed);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period)), this);

    private TimeSpan Shortened(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / speed;

    private sealed class HurriedTimer(ITimer timer, FastClock time) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(time.Shortened(dueTime), time.Shortened(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
