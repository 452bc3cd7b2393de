namespace Magpie.Platform.Storage;

/// <summary>
/// The growing file of an upload, which becomes the original. It has the key of the blob it will be, in the same store: deleting the blob
/// deletes it, and lists of blobs include it, so that what a crash left is found. <para> Offsets and lengths are in bytes. Errors are those
/// of <see cref="IBlobStore"/>. One caller at a time for each key: see <c>UploadLocks</c>. </para>
/// </summary>
internal interface IUploadStaging
{
    /// <summary>
    /// Goes on writing from <paramref name="offset"/>, up to which it was committed; what lay beyond is cut off. What is written stays,
    /// committed or not, and it may be committed again and again as it grows, also while the next bytes are written. A file that was
    /// promoted goes on like any other, as long as nobody made an asset of it.
    /// </summary>
    /// <exception cref="EndOfStreamException">It is shorter than that. Nothing is made or changed.</exception>
    Task<BlobWriter> AppendAsync(string key, long offset, CancellationToken ct);

    /// <summary>How long it is, committed or not; 0 when there is none.</summary>
    Task<long> LengthAsync(string key, CancellationToken ct);

    /// <summary>
    /// All of it has been committed: from when this returns it is a blob, which <see cref="IBlobStore"/> reads, and it survives a power
    /// cut as one. Its last writer may still be open. Doing it again is no error.
    /// </summary>
    /// <exception cref="FileNotFoundException">Nothing has grown under this key.</exception>
    Task PromoteAsync(string key, CancellationToken ct);
}
