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
            (true, _) => new("post-media", $"*{Name}* is in the trash."),
            (_, AssetStatus.Draft) => new("post-media", $"*{Name}* is a draft, so it cannot be scheduled."),
            (_, AssetStatus.Processing) => new("post-media", $"*{Name}* is still being processed."),
            (_, AssetStatus.Failed) => new("post-media", $"*{Name}* has failed."),
            _ => null,
        };

    public string UnusableChange =>
        (IsTrashed, Status) switch
        {
            (true, _) => "Restore it, or take it out of the post.",
            (_, AssetStatus.Draft) => "Have an editor mark it ready.",
            (_, AssetStatus.Processing) => "Wait until it is done.",
            _ => "Retry it in the library, or take it out of the post.",
        };
}
