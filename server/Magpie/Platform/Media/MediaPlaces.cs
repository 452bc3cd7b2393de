namespace Magpie.Platform.Media;

/// <summary>How many may do the same at once; the others wait for their turn.</summary>
internal sealed class MediaPlaces(int count) : IDisposable
{
    private readonly SemaphoreSlim free = new(count);

    public async Task<T> UseAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await free.WaitAsync(ct);
        try
        {
            return await work();
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
