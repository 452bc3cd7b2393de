using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts.Captions;

namespace Magpie.Model.Posts.Publishing;

/// <summary>Everything that is right, could be better or is wrong with a post, by the same rules as the badges.</summary>
public sealed class PostChecklist(SurfaceCatalog surfaces)
{
    private static readonly string[] MixedPlaces = ["instagram.feed", "threads.post"];

    public IReadOnlyList<ChecklistItem> Of(Post post, Profile profile, IReadOnlyList<CheckedMedia> media)
    {
        if (surfaces.Find(post.Surface) is not { StandsAlone: true } surface || surface.Network != profile.NetworkKey)
        {
            return [new(CheckLevel.Required, "No surface is chosen for this post.", "Choose where on the network it shall appear.")];
        }

        return
        [
            .. profile.CheckTakesPosts() is { } archived
                ? [new ChecklistItem(CheckLevel.Required, archived.Message, "Bring the profile back.")]
                : Array.Empty<ChecklistItem>(),
            .. Counts(surface, media),
            .. media.SelectMany(one => Each(surface, one, media.Count)),
            .. TextChecks.Of(post, surface, CaptionLimits.Of(surface, surfaces.Rules)),
        ];
    }

    /// <summary>
    /// The rule for an asset; some networks have a separate one for carousels. Null when the surface does not take such a file.
    /// </summary>
    public SurfaceRule? RuleFor(string surfaceKey, MediaSpec spec, int count) =>
        surfaces.Rules.FirstOrDefault(rule => rule.Surface.Key == surfaceKey && rule.Concerns(spec))
        ?? (
            count > 1 && surfaces.Find(surfaceKey) is { Place: "feed" } feed
                ? surfaces.Rules.FirstOrDefault(rule =>
                    rule.Surface.Network == feed.Network && rule.Surface.Place == "carousel_item" && rule.Concerns(spec)
                )
                : null
        );

    private IEnumerable<ChecklistItem> Counts(Surface surface, IReadOnlyList<CheckedMedia> media)
    {
        if (media.Count == 0)
        {
            yield return new(CheckLevel.Required, "A post needs at least one picture or video.", "Add one from the library.");
            yield break;
        }

        var (pictures, videos) = (
            media.Count(one => one.Spec.Kind is MediaKind.Image),
            media.Count(one => one.Spec.Kind is MediaKind.Video)
        );
        if (pictures > 0 && videos > 0 && !MixedPlaces.Contains(surface.Key))
        {
            yield return new(
                CheckLevel.Required,
                $"Pictures and videos together; {surface.Does("accept")} only one kind in a post.",
                "Take out one kind, or make two posts."
            );
        }

        var most = media.Max(one => RuleFor(surface.Key, one.Spec, media.Count)?.MaxItems);
        if (media.Count > most)
        {
            yield return new(
                CheckLevel.Required,
                $"{media.Count} media; {surface.Does("accept")} at most {most} in a post.",
                $"Take out {media.Count - most}."
            );
        }
        else if (most > 1)
        {
            yield return new(CheckLevel.Met, $"{media.Count} of at most {most} media.");
        }
    }

    private IEnumerable<ChecklistItem> Each(Surface surface, CheckedMedia media, int count)
    {
        if (media.Unusable is { } unusable)
        {
            yield return new(CheckLevel.Required, unusable.Message, media.UnusableChange, media.AssetId);
            yield break;
        }

        if (RuleFor(surface.Key, media.Spec, count) is not { } rule)
        {
            var kind = surfaces.OnlyKindOf(surface) is MediaKind.Image ? "pictures" : "videos";
            yield return new(
                CheckLevel.Required,
                $"*{media.Name}* cannot be posted there; {surface.Does("accept")} {kind} only.",
                "Choose another surface, or take it out of the post.",
                media.AssetId
            );
            yield break;
        }

        var plan = PublishPlan.For(media.Spec, media.Crop, media.Trim, rule);
        var reasons = ReasonText.Of(rule, plan.Result, RuleEvaluator.Evaluate(rule, plan.Result));
        foreach (var reason in reasons)
        {
            yield return new(
                reason.Strength is Strength.Requirement ? CheckLevel.Required : CheckLevel.Recommended,
                $"*{media.Name}*: {reason.Sentence}",
                reason.Change,
                media.AssetId
            );
        }

        if (plan.Loss is { } loss)
        {
            yield return new(
                CheckLevel.Recommended,
                $"*{media.Name}*: {loss}",
                "Choose a still picture, or a surface that takes it as it is.",
                media.AssetId
            );
        }
        else if (reasons.Count == 0)
        {
            yield return new(
                CheckLevel.Met,
                $"*{media.Name}*: {plan.Result.Size}, as {rule.Surface.Does("recommend")}.",
                AssetId: media.AssetId
            );
        }

        foreach (var line in TextChecks.OfAltText(media, surface, CaptionLimits.Of(surface, surfaces.Rules).AltText))
        {
            yield return line;
        }
    }
}
