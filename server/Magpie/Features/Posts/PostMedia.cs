using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>An asset as one post holds it.</summary>
internal sealed record PostMedia(PostAsset Held, Asset Asset)
{
    public CheckedMedia Checked =>
        new(
            Asset.Id,
            Asset.Name,
            Asset.Status,
            Asset.TrashedAt is not null,
            Asset.Spec,
            Held.AltText ?? Asset.AltText,
            Held.Crop,
            Held.Trim
        );

    public string? Address(RenditionKind kind) =>
        Asset.Renditions.Find(rendition => rendition.Kind == kind) is { } rendition ? AssetAddresses.Of(rendition) : null;
}

internal sealed class PostMediaReader(MagpieDbContext db)
{
    /// <summary>In the order of the post.</summary>
    public async Task<List<PostMedia>> ReadAsync(Guid postId, CancellationToken ct) =>
        await ReadAsync(await db.PostAssets.AsNoTracking().Where(h => h.PostId == postId).OrderBy(h => h.Ordinal).ToListAsync(ct), ct);

    public async Task<List<PostMedia>> ReadAsync(IReadOnlyList<PostAsset> held, CancellationToken ct)
    {
        var positions = held.Select(h => h.Position).ToList();
        var assets = await db
            .Assets.AsNoTracking()
            .Where(a => positions.Contains(a.Position))
            .Include(a => a.Renditions)
            .ToDictionaryAsync(a => a.Position, ct);
        return [.. held.Where(h => assets.ContainsKey(h.Position)).Select(h => new PostMedia(h, assets[h.Position]))];
    }
}
