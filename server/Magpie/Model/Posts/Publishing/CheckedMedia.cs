using Magpie.Model.Library;
using Magpie.Model.Networks;

namespace Magpie.Model.Posts.Publishing;

/// <summary>The part of an asset in a post that the checklist looks at.</summary>
/// <param name="Spec">Of the original.</param>
/// <param name="AltText">The post's own text, or else the asset's.</param>
public sealed record CheckedMedia(
    Guid AssetId,
    string Name,
    AssetStatus Status,
    bool IsTrashed,
    MediaSpec Spec,
    string? AltText,
    Crop? Crop,
    Trim? Trim
)
{
    public RuleViolation? Unusable =>
        (IsTrashed, Status) switch
        {
            (true, _) => Of("inTrash", $"*{Name}* is in the trash."),
            (_, AssetStatus.Draft) => Of("draft", $"*{Name}* is a draft, so it cannot be scheduled."),
            (_, AssetStatus.Processing) => Of("processing", $"*{Name}* is still being processed."),
            (_, AssetStatus.Failed) => Of("failed", $"*{Name}* has failed."),
            _ => null,
        };

    /// <summary>As the checklist calls it.</summary>
    public string UnusableCode =>
        (IsTrashed, Status) switch
        {
            (true, _) => "mediaInTrash",
            (_, AssetStatus.Draft) => "mediaDraft",
            (_, AssetStatus.Processing) => "mediaProcessing",
            _ => "mediaFailed",
        };

    public string UnusableChange =>
        (IsTrashed, Status) switch
        {
            (true, _) => "Restore it, or remove it from the post.",
            (_, AssetStatus.Draft) => "Have an editor mark it ready.",
            (_, AssetStatus.Processing) => "Wait until it is done.",
            _ => "Retry it in the library, or remove it from the post.",
        };

    private RuleViolation Of(string reason, string message) =>
        new RuleViolation("post-media", message).With(("file", Name), ("reason", reason));
}
