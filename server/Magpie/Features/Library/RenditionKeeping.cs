using System.Security.Cryptography;
using Magpie.Model.Library;
using Magpie.Model.Platforms;
using Magpie.Platform.Cleanup;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>Stores what processing made: bytes first, then the rows and the asset's new state together.</summary>
internal sealed class RenditionKeeping(MagpieDbContext db, IBlobStore blobs, BlobRemover remover, SurfaceCatalog surfaces, ChangeFeed changes)
{
    public async Task KeepAsync(Asset asset, MediaOutcome.Understood understood)
    {
        var before = asset.Renditions.Select(r => r.BlobKey).ToList();
        var made = new List<Rendition>();
        foreach (var file in understood.Renditions)
        {
            made.Add(await StoreAsync(asset.Id, file));
        }

        List<BlobRemoval> replaced = [.. before.Except(made.Select(r => r.BlobKey)).Select(key => new BlobRemoval { Key = key })];
        db.Renditions.RemoveRange(asset.Renditions);
        asset.BecomeUnderstood(understood.Facts, understood.Placeholder, made);
        asset.Fits = surfaces.MasksOf(asset.Spec);
        db.BlobRemovals.AddRange(replaced);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (!db.Assets.AsNoTracking().Any(a => a.Id == asset.Id))
        {
            // Deleted while it was being processed: what was just stored has no owner.
            await blobs.DeleteFolderAsync(BlobKeys.RenditionFolder(asset.Id), CancellationToken.None);
            return;
        }

        changes.Publish(asset.GroupId, "asset", ChangeAction.Changed, asset.Id);
        await remover.RemoveAsync(replaced);
    }

    private async Task<Rendition> StoreAsync(Guid assetId, RenditionFile file)
    {
        var bytes = await File.ReadAllBytesAsync(file.Path);
        var version = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        var key = BlobKeys.Rendition(assetId, file.Kind.ToString().ToLowerInvariant(), version);
        await using var blob = await blobs.CreateAsync(key, CancellationToken.None);
        await blob.WriteAsync(bytes, CancellationToken.None);
        await blob.CommitAsync(CancellationToken.None);
        return new()
        {
            AssetId = assetId,
            Kind = file.Kind,
            BlobKey = key,
            MediaType = file.MediaType,
            Width = file.Width,
            Height = file.Height,
            Bytes = bytes.Length,
            Version = version,
        };
    }
}
