using Magpie.Model.Media;
using Magpie.Model.Networks;
using Magpie.Model.Posts.Captions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Library;

/// <param name="Key">As <c>fits</c> takes it: <c>instagram.reel</c>.</param>
/// <param name="Network">As people write it: <c>Instagram</c>.</param>
/// <param name="Name">As people say it: <c>Instagram Reels</c>.</param>
/// <param name="StandsAlone">A post can be published there; false for what is only a part of a post, such as a thumbnail.</param>
/// <param name="Kinds">What can be published there.</param>
/// <param name="Caption">Its limit; null where there is no caption.</param>
/// <param name="CaptionBytes">A second limit of it, in UTF-8 bytes.</param>
/// <param name="Hashtags">The most, in caption and first comment together.</param>
/// <param name="MaxItems">The most media in one post.</param>
/// <param name="Ratios">Shapes to crop to, the recommended one first.</param>
public sealed record SurfaceDetails(
    string Key,
    string Network,
    string Name,
    bool StandsAlone,
    IReadOnlyList<MediaKind> Kinds,
    TextLimit? Caption,
    int? CaptionBytes,
    int? Hashtags,
    TitleLimit? Title,
    TextLimit? AltText,
    int? MaxItems,
    IReadOnlyList<SurfaceRatio> Ratios
)
{
    internal static SurfaceDetails Of(Surface surface, SurfaceCatalog surfaces)
    {
        var rules = surfaces.Rules.Where(rule => rule.Surface == surface).ToList();
        var limits = CaptionLimits.Of(surface, surfaces.Rules);
        return new(
            surface.Key,
            surface.NetworkTitle,
            surface.Title,
            surface.StandsAlone,
            [.. rules.Select(rule => rule.Kind).Distinct().Order()],
            limits.Caption,
            limits.Bytes,
            limits.Hashtags,
            limits.Title is { } title ? new(title.Most, title.Unit, limits.TitleNeeded) : null,
            limits.AltText,
            rules.Max(rule => rule.MaxItems),
            SurfaceRatio.Of(rules)
        );
    }
}

/// <param name="Needed">Nothing is published there without one.</param>
public sealed record TitleLimit(int Most, CaptionUnit Unit, bool Needed);

internal static class ListSurfaces
{
    public static Ok<IReadOnlyList<SurfaceDetails>> Handle(SurfaceCatalog surfaces) =>
        TypedResults.Ok<IReadOnlyList<SurfaceDetails>>([.. surfaces.Surfaces.Select(surface => SurfaceDetails.Of(surface, surfaces))]);
}
