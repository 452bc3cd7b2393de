using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>How well assets suit the networks that their group publishes on.</summary>
internal sealed class AssetBadges(MagpieDbContext db, SurfaceCatalog surfaces)
{
    private sealed record Publishes(Guid GroupId, Network Network);

    // Compiled, because every page asks this; see AssetPageQueries.
    private static readonly Func<MagpieDbContext, IReadOnlyCollection<Guid>, IAsyncEnumerable<Publishes>> NetworksOf = EF.CompileAsyncQuery(
        (MagpieDbContext db, IReadOnlyCollection<Guid> groups) =>
            db
                .Profiles.Where(p => groups.Contains(p.GroupId) && p.ArchivedAt == null)
                .Select(p => new Publishes(p.GroupId, p.Network))
                .Distinct()
    );

    /// <param name="surface">When one is chosen, only that one counts.</param>
    public async Task<Func<Asset, Badge?>> ForAsync(IEnumerable<Asset> assets, Surface? surface, CancellationToken ct)
    {
        if (surface is not null)
        {
            return asset => asset.Fits.On(surface);
        }

        var groups = assets.Select(asset => asset.GroupId).Distinct().ToList();
        var networks = (await NetworksOf(db, groups).ToListAsync(ct)).ToLookup(p => p.GroupId, p => Profile.KeyOf(p.Network));
        return asset =>
            networks.Contains(asset.GroupId)
                ? surfaces.WorstOfNetworks(asset.Fits, networks[asset.GroupId])
                : asset.Fits.Best(asset.FitsJudged);
    }

    /// <summary>Null as long as nobody knows what is in the file.</summary>
    public IReadOnlyList<SurfaceFit>? EachOf(Asset asset) =>
        asset.Width is null
            ? null
            :
            [
                .. surfaces
                    .VerdictsOf(asset.Spec)
                    .Select(verdict => new SurfaceFit(
                        verdict.Surface.Key,
                        verdict.Surface.Title,
                        verdict.Badge,
                        [
                            .. verdict.Reasons.Select(reason => new FitReason(
                                reason.Strength is Strength.Requirement,
                                reason.Code,
                                reason.Members,
                                reason.Sentence,
                                reason.Change
                            )),
                        ]
                    )),
            ];
}
