namespace Magpie.Model.Library;

/// <summary>
/// Bytes that are to be removed. Written in the transaction that gives them up, so that a crash in between leaks nothing.
/// </summary>
public sealed class BlobRemoval
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>A blob's key, or a prefix that ends in <c>/</c>.</summary>
    public required string Key { get; init; }
}
