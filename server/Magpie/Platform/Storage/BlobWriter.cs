namespace Magpie.Platform.Storage;

/// <summary>
/// Bytes being written, by one caller at a time, in order. Disposing of it without a commit leaves nothing behind; of a growing file, it
/// leaves what was written.
/// </summary>
internal abstract class BlobWriter : IAsyncDisposable
{
    /// <summary>They are on the disk only after the commit. The memory is the caller's again when this returns.</summary>
    /// <exception cref="IOException">They could not be written; <c>Outages</c> tells whether the disk is full.</exception>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>When this returns, the bytes and the file's name survive a power cut.</summary>
    public abstract Task CommitAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
