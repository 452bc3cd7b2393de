using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Model.Posts;
using Magpie.Platform.Database;

namespace Magpie.Features.Library;

/// <summary>Builds what the API shows of assets, with a fixed number of queries for any number of assets.</summary>
internal sealed class AssetReader(MagpieDbContext db, AssetBadges badges)
{
    /// <summary>In the order of the positions; an asset that is gone by now is left out.</summary>
    /// <param name="surface">The badge is for this one.</param>
    public async Task<List<AssetSummary>> ReadAsync(
        IReadOnlyList<long> positions,
        Caller caller,
        CancellationToken ct,
        Surface? surface = null
    ) => (await RowsAsync(positions, caller, surface, ct)).ConvertAll(read => read.Summary);

    public async Task<AssetDetails> ReadAsync(Asset asset, Caller caller, CancellationToken ct) =>
        (await FindAsync(asset.Position, caller, ct))!;

    /// <summary>Null where the asset is gone by now.</summary>
    public async Task<AssetDetails?> FindAsync(long position, Caller caller, CancellationToken ct) =>
        await RowsAsync([position], caller, surface: null, ct) is [var (row, summary)] ? new(summary, row, badges.EachOf(row.Asset)) : null;

    private async Task<List<(AssetRow Row, AssetSummary Summary)>> RowsAsync(
        IReadOnlyList<long> positions,
        Caller caller,
        Surface? surface,
        CancellationToken ct
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
            (
                row,
                AssetSummary.Of(
                    row,
                    new(
                        renditions[row.Asset.Id],
                        [.. labels[row.Asset.Position]],
                        [.. posts[row.Asset.Position].Distinct().OrderByDescending(post => post.Id)],
                        badge(row.Asset)
                    )
                )
            )
        );
    }

    private async Task<ILookup<long, PostReference>> PostsAsync(List<long> held, CancellationToken ct) =>
        (held.Count == 0 ? [] : await db.PostsAtAsync(held, ct)).ToLookup(
            row => row.Position,
            row => new PostReference(
                row.PostId,
                row.ProfileId,
                row.Network,
                row.Handle,
                row.State,
                row.LocalTime is { } local ? PostTime.Write(local) : null,
                row.ScheduledAt
            )
        );
}

/// <summary>What an asset has several of, or what is computed for it.</summary>
internal sealed record AssetSurroundings(
    IEnumerable<Rendition> Renditions,
    IReadOnlyList<string> Labels,
    IReadOnlyList<PostReference> Posts,
    Badge? Badge
);
