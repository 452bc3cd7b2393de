namespace Magpie.Platform.Storage;

/// <summary>
/// Where whole files lie: originals and renditions. A blob appears whole or not at all, and does not change afterwards.
/// <para>
/// Keys are made by us (<see cref="BlobKeys"/>) and never anything a client sent: lower-case letters, digits, <c>-</c> and <c>.</c> in
/// segments parted by <c>/</c>. A prefix is a key followed by <c>/</c>. Sizes and offsets are bytes, times UTC. What is not there is no
/// error, unless a method says so. All methods throw <see cref="ArgumentException"/> for what is no key of ours, and
/// <see cref="IOException"/> where the store fails; <c>Outages</c> tells whether it is full. All may be called at the same time.
/// </para>
/// </summary>
internal interface IBlobStore
{
    /// <summary>
    /// Starts a blob; it becomes visible with <see cref="BlobWriter.CommitAsync"/>, replacing what was there. Who reads the old one
    /// reads it to its end.
    /// </summary>
    Task<BlobWriter> CreateAsync(string key, CancellationToken ct);

    /// <summary>
    /// Makes a blob of a file on this machine, which is gone from its place afterwards, replacing what was there. For what can be made
    /// again: nobody waits for the disk, so a power cut may leave it short or take it away.
    /// </summary>
    /// <exception cref="InvalidDataException">It is a link.</exception>
    Task TakeAsync(string key, string path, CancellationToken ct);

    /// <summary>
    /// The blob from any place on, or null where there is none: a stream that can seek and knows its length. It reads from where it
    /// stands, so a range costs what the range has.
    /// </summary>
    Task<Stream?> OpenReadAsync(string key, CancellationToken ct);

    /// <summary>
    /// Makes the blob readable as a file at <paramref name="path"/>, which outlives it. It may share its bytes with the blob: never
    /// write to it.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    Task CopyToFileAsync(string key, string path, CancellationToken ct);

    /// <summary>Also takes what grows under this key. False where there was neither.</summary>
    Task<bool> DeleteAsync(string key, CancellationToken ct);

    /// <summary>Deletes all blobs whose key begins with that prefix. Several may do so at once.</summary>
    Task DeleteFolderAsync(string prefix, CancellationToken ct);

    /// <summary>All blobs whose key begins with that prefix, in no order, and what grows there.</summary>
    IAsyncEnumerable<BlobInfo> ListAsync(string prefix, CancellationToken ct);
}

/// <param name="WrittenAt">UTC.</param>
internal sealed record BlobInfo(string Key, long Bytes, DateTime WrittenAt);
