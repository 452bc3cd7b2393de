using System.ComponentModel.DataAnnotations;

namespace Magpie.Platform.Storage;

/// <summary>Section <c>Magpie:Storage</c>.</summary>
public sealed class StorageOptions
{
    public const string Section = "Magpie:Storage";

    /// <summary>What stores originals and renditions.</summary>
    [EnumDataType(typeof(StoreKind))]
    public StoreKind Store { get; set; } = StoreKind.Disk;

    /// <summary>
    /// Bytes kept free on the disk of the data folder, for deleting when it is full; at most an eighth of that disk. 0: none.
    /// </summary>
    [Range(0, long.MaxValue)]
    public long ReserveBytes { get; set; } = 64_000_000;
}

public enum StoreKind
{
    /// <summary>The folder <c>blobs</c> in the data folder.</summary>
    Disk,
}
