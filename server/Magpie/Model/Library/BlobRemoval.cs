namespace Magpie.Model.Library;

/// <summary>A promise to remove bytes, written in the transaction that gave them up, so that a crash in between leaks nothing.</summary>
public sealed class BlobRemoval
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>A blob's key, or a prefix that ends in <c>/</c>.</summary>
    public required string Key { get; init; }
}
