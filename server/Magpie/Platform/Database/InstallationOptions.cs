namespace Magpie.Platform.Database;

/// <summary>Section <c>Magpie:Installation</c>.</summary>
public sealed class InstallationOptions
{
    public const string Section = "Magpie:Installation";

    /// <summary>For one start: makes the PostgreSQL database belong to this data folder, and to no other.</summary>
    public bool TakeOver { get; set; }
}
