namespace Magpie.Platform.Database;

/// <summary>Something that an installation remembers about itself, such as which rules its assets were evaluated with.</summary>
public sealed class InstallationSetting
{
    public const string RulesVersion = "rules-version";
    public const string FoldVersion = "fold-version";
    public const string Installation = "installation";

    public required string Name { get; init; }
    public required string Value { get; set; }
}
