namespace Magpie.Platform.Database.Keys;

/// <summary>Section <c>Magpie:Keys</c>.</summary>
public sealed class KeyOptions
{
    public const string Section = "Magpie:Keys";

    /// <summary>The file that locks the keys in the database. Empty: <c>key</c> in the data folder.</summary>
    public string? File { get; set; }

    /// <summary>For one start, where that file is lost for good: gives up the keys that it locks.</summary>
    public bool BeginAnew { get; set; }
}
