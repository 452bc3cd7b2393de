using Magpie.Model.Library;
using Magpie.Model.Platforms;
using Magpie.Platform.Cleanup;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Processing;

/// <summary>Stores what processing made: bytes first, then the rows and the asset's new state together.</summary>
internal sealed class RenditionKeeping(MagpieDbContext db, IBlobStore blobs, RenditionFiles files, BlobRemover remover, SurfaceCatalog surfaces, ChangeFeed changes)
{
    public async Task KeepAsync(Asset asset, MediaOutcome.Understood understood)
    {
        var before = asset.Renditions.Select(r => r.BlobKey).ToList();
        var made = await StoreAsync(asset, understood);
        List<BlobRemoval> replaced = [.. before.Except(made.Select(r => r.BlobKey)).Select(key => new BlobRemoval { Key = key })];
        db.Renditions.RemoveRange(asset.Renditions);
        asset.BecomeUnderstood(understood.Facts, understood.Placeholder, made);
        asset.Fits = surfaces.MasksOf(asset.Spec);
        await SaveAsync(asset, replaced);
    }

    /// <summary>Only the files: what is known of the asset, and what people made of it, stays.</summary>
    public async Task ReplaceAsync(Asset asset, MediaOutcome.Understood understood)
    {
        var made = await StoreAsync(asset, understood);
        var before = asset.Renditions.Where(old => made.Exists(rendition => rendition.Kind == old.Kind)).ToList();
        db.Renditions.RemoveRange(before);
        db.Renditions.AddRange(made);
        await SaveAsync(asset, [.. before.Select(r => r.BlobKey).Except(made.Select(r => r.BlobKey)).Select(key => new BlobRemoval { Key = key })]);
    }

    private async Task<List<Rendition>> StoreAsync(Asset asset, MediaOutcome.Understood understood)
    {
        var made = new List<Rendition>();
        foreach (var file in understood.Renditions)
        {
            made.Add(await files.StoreAsync(asset.Id, file));
        }

        return made;
    }

    private async Task SaveAsync(Asset asset, List<BlobRemoval> replaced)
    {
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
}
