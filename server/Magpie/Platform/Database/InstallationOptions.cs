namespace Magpie.Platform.Database;

/// <summary>Section <c>Magpie:Installation</c>.</summary>
public sealed class InstallationOptions
{
    public const string Section = "Magpie:Installation";

    /// <summary>For one start: the PostgreSQL database belongs to this data folder from now on, and to no other any more.</summary>
    public bool TakeOver { get; set; }
}
