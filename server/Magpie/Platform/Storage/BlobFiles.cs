using System.Buffers;

namespace Magpie.Platform.Storage;

internal static class BlobFiles
{
    private const int BufferBytes = 512 << 10;

    /// <summary>
    /// Null where there is no such blob, or less of it than there should be, as a power cut leaves what nobody waited for.
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

    /// <summary>From where the stream stands to its end.</summary>
    public static async Task ForEachPieceAsync(this Stream stream, Func<ReadOnlyMemory<byte>, ValueTask> take, CancellationToken ct)
    {
        // Lent: memory of this size that is thrown away keeps the collector busy with all the rest.
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
