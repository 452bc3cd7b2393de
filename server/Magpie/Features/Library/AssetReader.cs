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

        var assets = await db.Assets.AsNoTracking()
            .Where(a => positions.Contains(a.Position))
            .Include(a => a.Renditions)
            .OrderByDescending(a => a.Position)
            .AsSplitQuery()
            .ToListAsync(ct);
        var people = await db.NamesOfAsync(assets.SelectMany(a => new[] { a.CreatedById, a.NoteChangedById ?? a.CreatedById }), ct);
        var labels = await db.LabelNamesAsync(positions, ct);
        var starred = (await db.Stars.Where(s => s.UserId == caller.UserId && positions.Contains(s.Position)).Select(s => s.Position).ToListAsync(ct)).ToHashSet();
        var held = assets.Where(a => a.PostCount > 0).Select(a => a.Position).ToList();
        var posts = await PostsAsync(held, ct);
        var ids = assets.ConvertAll(a => a.Id);
        var links = await db.PublicLinks.Where(l => ids.Contains(l.AssetId)).ToDictionaryAsync(l => l.AssetId, l => l.Token, ct);

        var badge = await badges.ForAsync(assets, surface, ct);

        return assets.ConvertAll(asset => AssetDetails.Of(asset, new(
            new(asset.CreatedById, people.GetValueOrDefault(asset.CreatedById, "")),
            asset.NoteChangedById is { } editor ? new(editor, people.GetValueOrDefault(editor, "")) : null,
            [.. labels[asset.Position]],
            starred.Contains(asset.Position),
            [.. posts[asset.Position].Distinct().OrderByDescending(post => post.Id)],
            badge(asset),
            withFits ? badges.EachOf(asset) : null,
            links.GetValueOrDefault(asset.Id))));
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

/// <summary>What belongs to an asset and lies in other tables.</summary>
internal sealed record AssetSurroundings(
    AssetPerson CreatedBy, AssetPerson? NoteChangedBy, IReadOnlyList<string> Labels, bool Starred, IReadOnlyList<HoldingPost> Posts, Badge? Badge, IReadOnlyList<SurfaceFit>? Fits, string? LinkToken);
