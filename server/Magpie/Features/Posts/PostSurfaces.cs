using Magpie.Model;
using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;

namespace Magpie.Features.Posts;

/// <summary>Where on its network a post can appear.</summary>
internal sealed class PostSurfaces(SurfaceCatalog surfaces, PostChecklist checklist)
{
    /// <summary>The surfaces that a profile uses; all of its network if it names none.</summary>
    public IReadOnlyList<string> Of(Profile profile) =>
        profile.Surfaces.Where(key => surfaces.Find(key)?.StandsAlone == true).ToList() is { Count: > 0 } named
            ? named
            :
            [
                .. surfaces
                    .Surfaces.Where(surface => surface.Network == profile.NetworkKey && surface.StandsAlone)
                    .Select(surface => surface.Key),
            ];

    /// <summary>
    /// The first surface that takes all of the media; of those for what moves, the one that it suits best: a vertical video goes to Reels
    /// or Shorts, while a picture can be cropped to the shape of the feed.
    /// </summary>
    public string Suggest(Profile profile, IReadOnlyCollection<MediaSpec> media)
    {
        var used = Of(profile);
        var moves = media.Any(spec => spec.Kind is MediaKind.Video || spec.Animated);
        return used.Where(key => media.All(spec => RuleFor(key, spec) is not null))
                .OrderBy(key => moves ? media.Max(spec => RuleEvaluator.Evaluate(RuleFor(key, spec)!, spec).Badge) : default)
                .ThenBy(key => moves && media.All(spec => spec.Width < spec.Height && RuleFor(key, spec)!.MaxAspect <= 1) ? 0 : 1)
                .FirstOrDefault()
            ?? (used.Count > 0 ? used[0] : "");

        SurfaceRule? RuleFor(string key, MediaSpec spec) => checklist.RuleFor(key, spec, media.Count);
    }

    public RuleViolation? Fault(string key, Profile profile) =>
        surfaces.Find(key) is { StandsAlone: true } surface && surface.Network == profile.NetworkKey
            ? null
            : new RuleViolation(
                "post-surface",
                $"*{key}* is no place for a post on {Title(profile)}. Choose one of {string.Join(", ", Of(profile))}."
            ).With(("surface", key), ("network", profile.NetworkKey), ("surfaces", Of(profile)));

    private string Title(Profile profile) =>
        surfaces.Surfaces.FirstOrDefault(surface => surface.Network == profile.NetworkKey)?.NetworkTitle ?? profile.NetworkKey;
}
