using System.Collections.Concurrent;
using Magpie.Model.Imports;

namespace Magpie.Core.Clouds;

/// <summary>Lets one request renew the tokens of a connection; the others wait and use the result.</summary>
internal sealed class TokenRefreshLock
{
    private readonly ConcurrentDictionary<(Guid, CloudProvider), SemaphoreSlim> turns = new();

    public async Task<IDisposable> TakeAsync(Guid userId, CloudProvider provider, CancellationToken ct)
    {
        var turn = turns.GetOrAdd((userId, provider), _ => new(1, 1));
        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
