namespace Magpie.Platform.Storage;

internal static class BlobFiles
{
    private const int BufferBytes = 1 << 20;

    /// <summary>Null where there is no such blob, or less of it than there should be, as a power cut leaves what nobody waited for.</summary>
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

    /// <summary>Stores what a stream holds from where it stands. It can be made again, so nobody waits for the disk.</summary>
    public static async Task PutRemakeableAsync(this IBlobStore blobs, string key, Stream bytes)
    {
        await using var blob = await blobs.CreateAsync(key, durable: false, CancellationToken.None);
        var buffer = new byte[(int)Math.Clamp(bytes.Length - bytes.Position, 1, BufferBytes)];
        while (await bytes.ReadAsync(buffer) is > 0 and var read)
        {
            await blob.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
        }

        await blob.CommitAsync(CancellationToken.None);
    }
}
