namespace Magpie.Platform.Database.Keys;

/// <summary>Section <c>Magpie:Keys</c>.</summary>
public sealed class KeyOptions
{
    public const string Section = "Magpie:Keys";

    /// <summary>The file that encrypts the keys in the database. Empty: <c>key</c> in the data folder.</summary>
    public string? File { get; set; }

    /// <summary>For one start, when that file is lost for good: discards the keys that it encrypted.</summary>
    public bool BeginAnew { get; set; }
}
