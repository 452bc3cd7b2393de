using Microsoft.Extensions.Caching.Memory;

namespace Magpie.Platform.Database.AssetSearch;

/// <summary>
/// About how many rows a path has. Cached for half a minute, because one page follows another. The sizes only decide how a query runs,
/// never what it finds.
/// </summary>
internal sealed class PathSizeCache : IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private readonly MemoryCache sizes = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <param name="what">A key that includes the group, and is equal for equal questions.</param>
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
