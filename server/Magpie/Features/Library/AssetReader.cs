using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Platform.Database;

namespace Magpie.Features.Library;

/// <summary>Builds what the API shows of assets, with a fixed number of queries for any number of assets.</summary>
internal sealed class AssetReader(MagpieDbContext db, AssetBadges badges)
{
    /// <summary>In the order of the positions, without those that no longer exist.</summary>
    /// <param name="surface">The badge is for this surface.</param>
    /// <param name="alone">Includes what lists leave out: the verdict of each surface, and addresses that grant access.</param>
    public async Task<List<AssetDetails>> ReadAsync(
        IReadOnlyList<long> positions,
        Caller caller,
        CancellationToken ct,
        Surface? surface = null,
        bool alone = false
    )
    {
        if (positions.Count == 0)
        {
            return [];
        }

        var rows = await db.AssetsAtAsync(positions, caller.UserId, ct);
        var renditions = await db.RenditionsAtAsync(positions, ct);
        var labels = await db.LabelsAtAsync(positions, ct);
        var posts = await PostsAsync([.. rows.Where(row => row.Asset.PostCount > 0).Select(row => row.Asset.Position)], ct);
        var badge = await badges.ForAsync(rows.Select(row => row.Asset), surface, ct);

        return rows.ConvertAll(row =>
            AssetDetails.Of(
                row,
                new(
                    renditions[row.Asset.Id],
                    [.. labels[row.Asset.Position]],
                    [.. posts[row.Asset.Position].Distinct().OrderByDescending(post => post.Id)],
                    badge(row.Asset),
                    alone ? badges.EachOf(row.Asset) : null
                ),
                alone
            )
        );
    }

    private async Task<ILookup<long, HoldingPost>> PostsAsync(List<long> held, CancellationToken ct) =>
        (held.Count == 0 ? [] : await db.PostsAtAsync(held, ct)).ToLookup(
            row => row.Position,
            row => new HoldingPost(
                row.PostId,
                row.ProfileId,
                row.Platform,
                row.Handle,
                row.State,
                row.LocalTime is { } local ? PostTime.Write(local) : null,
                row.ScheduledAt
            )
        );

    public async Task<AssetDetails> ReadAsync(Asset asset, Caller caller, CancellationToken ct) =>
        (await ReadAsync([asset.Position], caller, ct, alone: true))[0];
}

/// <summary>What an asset has several of, or what is computed for it.</summary>
internal sealed record AssetSurroundings(
    IEnumerable<Rendition> Renditions,
    IReadOnlyList<string> Labels,
    IReadOnlyList<HoldingPost> Posts,
    Badge? Badge,
    IReadOnlyList<SurfaceFit>? Fits
);
