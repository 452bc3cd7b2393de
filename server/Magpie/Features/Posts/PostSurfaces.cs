using Magpie.Model;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;

namespace Magpie.Features.Posts;

/// <summary>Where on its network a post can appear.</summary>
internal sealed class PostSurfaces(SurfaceCatalog surfaces, PostChecklist checklist)
{
    /// <summary>The surfaces that a profile uses; all of its network if it names none.</summary>
    public IReadOnlyList<string> Of(Profile profile) =>
        profile.Surfaces.Count > 0
            ? profile.Surfaces
            :
            [
                .. surfaces
                    .Surfaces.Where(surface => surface.Network == profile.NetworkKey && surface.StandsAlone)
                    .Select(surface => surface.Key),
            ];

    /// <summary>The first surface that takes all of the media.</summary>
    public string Suggest(Profile profile, IReadOnlyCollection<MediaSpec> media)
    {
        var used = Of(profile);
        return used.FirstOrDefault(key => media.All(spec => checklist.RuleFor(key, spec, media.Count) is not null))
            ?? (used.Count > 0 ? used[0] : "");
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
