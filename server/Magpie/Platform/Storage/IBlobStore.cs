namespace Magpie.Platform.Storage;

/// <summary>
/// Stores whole files: originals and renditions. A blob appears whole or not at all, and never changes. <para> Keys are made by us (<see
/// cref="BlobKeys"/>) and never come from a client: lower-case letters, digits, <c>-</c> and <c>.</c> in segments separated by <c>/</c>. A
/// prefix is a key followed by <c>/</c>. Sizes and offsets are in bytes, times in UTC. A missing blob is no error, unless a method says so.
/// All methods throw <see cref="ArgumentException"/> for an invalid key, and <see cref="IOException"/> when the store fails; <c>Outages</c>
/// tells whether it is full. All may be called at the same time. </para>
/// </summary>
internal interface IBlobStore
{
    /// <summary>
    /// Starts a blob; it becomes visible with <see cref="BlobWriter.CommitAsync"/>, replacing an existing one. Whoever reads the old one
    /// can finish.
    /// </summary>
    Task<BlobWriter> CreateAsync(string key, CancellationToken ct);

    /// <summary>
    /// Makes a blob of a file on this machine, which is gone from its place afterwards, replacing what was there. For what can be made
    /// again: nobody waits for the disk, so a power cut may leave it short or take it away.
    /// </summary>
    /// <exception cref="InvalidDataException">It is a link.</exception>
    Task TakeAsync(string key, string path, CancellationToken ct);

    /// <summary>
    /// Opens the blob, or returns null when there is none: a seekable stream with a known length, which reads from its position, so that a
    /// range only costs its own bytes.
    /// </summary>
    Task<Stream?> OpenReadAsync(string key, CancellationToken ct);

    /// <summary>
    /// Makes the blob readable as a file at <paramref name="path"/>, which outlives it. It may share its bytes with the blob: never
    /// write to it.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    Task CopyToFileAsync(string key, string path, CancellationToken ct);

    /// <summary>Also deletes a growing file under this key. False when there was neither.</summary>
    Task<bool> DeleteAsync(string key, CancellationToken ct);

    /// <summary>Deletes all blobs whose key begins with that prefix. Several callers may do so at once.</summary>
    Task DeleteFolderAsync(string prefix, CancellationToken ct);

    /// <summary>All blobs and growing files whose key begins with that prefix, in no order.</summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken ct);
}

/// <param name="WrittenAt">UTC.</param>
internal sealed record BlobInfo(string Key, long Bytes, DateTime WrittenAt);
