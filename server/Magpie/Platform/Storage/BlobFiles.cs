using System.Buffers;

namespace Magpie.Platform.Storage;

internal static class BlobFiles
{
    private const int BufferBytes = 512 << 10;

    /// <summary>
    /// Null when the blob is missing, or shorter than it should be, which a power cut may do to files that were not flushed.
    /// </summary>
    public static async Task<Stream?> OpenWholeAsync(this IBlobStore blobs, string key, long bytes, CancellationToken ct)
    {
        var stream = await blobs.OpenReadAsync(key, ct);
        if (stream is null || stream.Length == bytes)
        {
            return stream;
        }

        await stream.DisposeAsync();
        return null;
    }

    /// <summary>From the stream's position to its end.</summary>
    public static async Task ForEachPieceAsync(this Stream stream, Func<ReadOnlyMemory<byte>, ValueTask> take, CancellationToken ct)
    {
        // Pooled, because allocating buffers of this size keeps the garbage collector busy.
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            while (await stream.ReadAsync(buffer.AsMemory(0, BufferBytes), ct) is > 0 and var read)
            {
                await take(buffer.AsMemory(0, read));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
