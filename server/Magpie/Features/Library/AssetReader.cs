using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Platforms;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>Puts together what the API shows of assets, with a fixed number of queries however many they are.</summary>
internal sealed class AssetReader(MagpieDbContext db, AssetBadges badges)
{
    /// <summary>In the order of the positions; what is gone meanwhile is left out.</summary>
    /// <param name="surface">The badge is for this one.</param>
    /// <param name="withFits">Also what each surface says.</param>
    public async Task<List<AssetDetails>> ReadAsync(
        IReadOnlyList<long> positions, Caller caller, CancellationToken ct, Surface? surface = null, bool withFits = false)
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

        return rows.ConvertAll(row => AssetDetails.Of(row, new(
            renditions[row.Asset.Id],
            [.. labels[row.Asset.Position]],
            [.. posts[row.Asset.Position].Distinct().OrderByDescending(post => post.Id)],
            badge(row.Asset),
            withFits ? badges.EachOf(row.Asset) : null)));
    }

    private async Task<ILookup<long, HoldingPost>> PostsAsync(List<long> held, CancellationToken ct)
    {
        if (held.Count == 0)
        {
            return Enumerable.Empty<(long Position, HoldingPost Post)>().ToLookup(h => h.Position, h => h.Post);
        }

        var found = await db.PostAssets
            .Where(h => held.Contains(h.Position))
            .Join(db.Posts, h => h.PostId, p => p.Id, (h, post) => new { h.Position, post })
            .Join(db.Profiles, h => h.post.ProfileId, f => f.Id, (h, profile) => new
            {
                h.Position,
                Post = new HoldingPost(h.post.Id, profile.Id, profile.Platform, profile.Handle, h.post.State, h.post.LocalTime == null ? null : PostTime.Write(h.post.LocalTime.Value), h.post.ScheduledAt),
            })
            .ToListAsync(ct);
        return found.ToLookup(h => h.Position, h => h.Post);
    }

    public async Task<AssetDetails> ReadAsync(Asset asset, Caller caller, CancellationToken ct) => (await ReadAsync([asset.Position], caller, ct, withFits: true))[0];
}

/// <summary>What belongs to an asset several times over, or is judged.</summary>
internal sealed record AssetSurroundings(
    IEnumerable<Rendition> Renditions, IReadOnlyList<string> Labels, IReadOnlyList<HoldingPost> Posts, Badge? Badge, IReadOnlyList<SurfaceFit>? Fits);
