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
            return
            [
                new(
                    CheckLevel.Required,
                    "surfaceMissing",
                    "No surface is chosen for this post.",
                    "Choose where on the network it shall appear."
                ),
            ];
        }

        return
        [
            .. profile.CheckTakesPosts() is { } archived
                ?
                [
                    new ChecklistItem(CheckLevel.Required, "profileArchived", archived.Message, "Bring the profile back.").With(
                        ("handle", profile.Handle)
                    ),
                ]
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
            yield return new(CheckLevel.Required, "noMedia", "A post needs at least one picture or video.", "Add one from the library.");
            yield break;
        }

        var (pictures, videos) = (
            media.Count(one => one.Spec.Kind is MediaKind.Image),
            media.Count(one => one.Spec.Kind is MediaKind.Video)
        );
        if (pictures > 0 && videos > 0 && !MixedPlaces.Contains(surface.Key))
        {
            yield return new ChecklistItem(
                CheckLevel.Required,
                "mixedKinds",
                $"Pictures and videos together; {surface.Does("accept")} only one kind in a post.",
                "Remove one kind, or make two posts."
            ).With(("surface", surface.Key), ("surfaceName", surface.Title));
        }

        var most = media.Max(one => RuleFor(surface.Key, one.Spec, media.Count)?.MaxItems);
        if (media.Count > most)
        {
            yield return new ChecklistItem(
                CheckLevel.Required,
                "tooManyMedia",
                $"{media.Count} files; {surface.Does("accept")} at most {most} in a post.",
                $"Remove {media.Count - most}."
            ).With(("count", media.Count), ("max", most), ("surface", surface.Key), ("surfaceName", surface.Title));
        }
        else if (most > 1)
        {
            yield return new ChecklistItem(CheckLevel.Met, "mediaCount", $"{media.Count} of {most} files.").With(
                ("count", media.Count),
                ("max", most)
            );
        }
    }

    private IEnumerable<ChecklistItem> Each(Surface surface, CheckedMedia media, int count)
    {
        if (media.Unusable is { } unusable)
        {
            yield return new ChecklistItem(
                CheckLevel.Required,
                media.UnusableCode,
                unusable.Message,
                media.UnusableChange,
                media.AssetId
            ).With(("file", media.Name));
            yield break;
        }

        if (RuleFor(surface.Key, media.Spec, count) is not { } rule)
        {
            var only = surfaces.OnlyKindOf(surface) is MediaKind.Image ? MediaKind.Image : MediaKind.Video;
            yield return new ChecklistItem(
                CheckLevel.Required,
                "kindNotAccepted",
                $"*{media.Name}* cannot be posted there; {surface.Does("accept")} {(only is MediaKind.Image ? "pictures" : "videos")} only.",
                "Choose another surface, or remove it from the post.",
                media.AssetId
            ).With(("file", media.Name), ("kind", only), ("surface", surface.Key), ("surfaceName", surface.Title));
            yield break;
        }

        var plan = PublishPlan.For(media.Spec, media.Crop, media.Trim, rule);
        var reasons = ReasonText.Of(rule, plan.Result, RuleEvaluator.Evaluate(rule, plan.Result));
        foreach (var reason in reasons)
        {
            yield return new ChecklistItem(
                reason.Strength is Strength.Requirement ? CheckLevel.Required : CheckLevel.Recommended,
                reason.Code,
                $"*{media.Name}*: {reason.Sentence}",
                reason.Change,
                media.AssetId
            ).With([.. reason.Members.Select(member => (member.Key, member.Value)), ("file", media.Name)]);
        }

        if (plan.Loss is { } loss)
        {
            yield return new ChecklistItem(
                CheckLevel.Recommended,
                "losesMotion",
                $"*{media.Name}*: {loss}",
                "Choose a still picture, or a surface that takes it as it is.",
                media.AssetId
            ).With(("file", media.Name), ("surface", rule.Surface.Key), ("surfaceName", rule.Surface.Title));
        }
        else if (reasons.Count == 0)
        {
            yield return new ChecklistItem(
                CheckLevel.Met,
                "fits",
                $"*{media.Name}*: {plan.Result.Size}, as {rule.Surface.Does("recommend")}.",
                AssetId: media.AssetId
            ).With(
                ("file", media.Name),
                ("width", plan.Result.Width),
                ("height", plan.Result.Height),
                ("surface", rule.Surface.Key),
                ("surfaceName", rule.Surface.Title)
            );
        }

        foreach (var line in TextChecks.OfAltText(media, surface, CaptionLimits.Of(surface, surfaces.Rules).AltText))
        {
            yield return line;
        }
    }
}
