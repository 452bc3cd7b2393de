using Microsoft.Extensions.Caching.Memory;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>
/// About how many rows a walk has. Kept for half a minute, as a page is followed by the next: the sizes only decide which way a query
/// goes, never what it finds.
/// </summary>
internal sealed class PathSizeCache : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private readonly MemoryCache sizes = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <param name="what">With the group among it, and equal whenever the same is meant.</param>
    public async Task<int> OfAsync(object what, Func<Task<int>> count)
    {
        if (!sizes.TryGetValue(what, out int size))
        {
            size = await count();
            sizes.Set(what, size, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Kept });
        }

        return size;
    }

    public void Dispose() => sizes.Dispose();
}
