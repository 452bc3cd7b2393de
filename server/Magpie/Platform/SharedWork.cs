using System.Collections.Concurrent;

namespace Magpie.Platform;

/// <summary>Work that is done once, however many ask for it at the same time, and finished even if nobody waits any longer.</summary>
internal sealed class SharedWork<TKey, T>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<T>>> running = new();

    /// <param name="ct">Ends the waiting, not the work.</param>
    public Task<T> RunAsync(TKey key, Func<Task<T>> work, CancellationToken ct) =>
        running.GetOrAdd(key, _ => new(() => RunAsync(key, work))).Value.WaitAsync(ct);

    private async Task<T> RunAsync(TKey key, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }
}
