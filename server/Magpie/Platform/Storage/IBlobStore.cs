namespace Magpie.Platform.Storage;

/// <summary>
/// Where bytes lie. Keys are made by us: lower-case letters, digits, <c>-</c> and <c>.</c> in segments parted by <c>/</c>;
/// never anything a client sent. A blob appears whole or not at all, and does not change afterwards.
/// </summary>
internal interface IBlobStore
{
    /// <summary>Starts a blob; it becomes visible with <see cref="BlobWriter.CommitAsync"/>, replacing what was there.</summary>
    Task<BlobWriter> CreateAsync(string key, CancellationToken ct);

    /// <summary>
    /// Makes a blob of a file on this machine, which is gone from its place afterwards, replacing what was there. For what can be made
    /// again:
    /// nobody waits for the disk, so a power cut may leave it short or take it away.
    /// </summary>
    /// <exception cref="InvalidDataException">It is a link.</exception>
    Task TakeAsync(string key, string path, CancellationToken ct);

    /// <summary>A seekable stream over the blob, or null where there is none.</summary>
    Task<Stream?> OpenReadAsync(string key, CancellationToken ct);

    /// <summary>
    /// Goes on writing a blob that grows, from <paramref name="offset"/>, up to which it was committed; what lay beyond is cut off. What
    /// is written stays, committed or not, and it may be committed again and again as it grows. One at a time: the caller sees to that, and
    /// that nobody reads it or goes on once it is whole.
    /// </summary>
    /// <exception cref="EndOfStreamException">It is shorter than that.</exception>
    Task<BlobWriter> AppendAsync(string key, long offset, CancellationToken ct);

    /// <summary>How far a growing blob reaches; 0 where there is none.</summary>
    Task<long> LengthAsync(string key, CancellationToken ct);

    /// <summary>
    /// Makes the blob readable as a file at <paramref name="path"/>. It may share its bytes with the blob: never write to it.
    /// </summary>
    Task CopyToFileAsync(string key, string path, CancellationToken ct);

    /// <summary>False where there was none; that is no error.</summary>
    Task<bool> DeleteAsync(string key, CancellationToken ct);

    /// <summary>Deletes all blobs whose key begins with a prefix that ends in <c>/</c>.</summary>
    Task DeleteFolderAsync(string prefix, CancellationToken ct);

    /// <summary>All blobs whose key begins with a prefix that ends in <c>/</c>, in no order.</summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken ct);
}

/// <param name="WrittenAt">UTC.</param>
internal sealed record BlobInfo(string Key, long Bytes, DateTime WrittenAt);

/// <summary>A blob being written. Disposing it without a commit leaves nothing behind, or of one that grows what was written.</summary>
internal abstract class BlobWriter : IAsyncDisposable
{
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>When this returns, the blob and its name survive a power cut.</summary>
    public abstract Task CommitAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
