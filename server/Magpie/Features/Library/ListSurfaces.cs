using Magpie.Model.Media;
using Magpie.Model.Platforms;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Library;

/// <param name="Key">As <c>fits</c> takes it: <c>instagram.reel</c>.</param>
/// <param name="Platform">As people write it: <c>Instagram</c>.</param>
/// <param name="Name">As people say it: <c>Instagram Reels</c>.</param>
/// <param name="Kinds">What can be published there.</param>
public sealed record SurfaceDetails(string Key, string Platform, string Name, IReadOnlyList<MediaKind> Kinds);

internal static class ListSurfaces
{
    public static Ok<IReadOnlyList<SurfaceDetails>> Handle(SurfaceCatalog surfaces) => TypedResults.Ok<IReadOnlyList<SurfaceDetails>>(
        [.. surfaces.Surfaces.Select(surface => new SurfaceDetails(
            surface.Key, surface.PlatformTitle, surface.Title, [.. surfaces.Rules.Where(rule => rule.Surface == surface).Select(rule => rule.Kind).Distinct().Order()]))]);
}
