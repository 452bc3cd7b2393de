using Magpie.Core.Changes;
using Magpie.Core.Lifecycle;
using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Platform.Database;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Processing;

/// <summary>Stores the result of processing: bytes first, then the rows and the asset's new state together.</summary>
internal sealed class RenditionKeeping(
    MagpieDbContext db,
    ProcessingRows rows,
    IBlobStore blobs,
    RenditionFiles files,
    BlobRemover remover,
    SurfaceCatalog surfaces,
    ChangeFeed changes
)
{
    public async Task KeepAsync(Asset asset, MediaOutcome.Understood understood)
    {
        asset.BecomeUnderstood(understood.Facts, understood.Placeholder, await StoreAsync(asset, understood));
        asset.Fits = surfaces.MasksOf(asset.Spec);
        if (await rows.SaveUnderstoodAsync(asset))
        {
            Tell(asset);
        }
        else
        {
            await ForgetAsync(asset);
        }
    }

    /// <summary>Only the files: everything else about the asset stays.</summary>
    public async Task ReplaceAsync(Asset asset, MediaOutcome.Understood understood)
    {
        var made = await StoreAsync(asset, understood);
        var before = asset.Renditions.Where(old => made.Exists(rendition => rendition.Kind == old.Kind)).ToList();
        db.Renditions.RemoveRange(before);
        db.Renditions.AddRange(made);
        List<BlobRemoval> replaced =
        [
            .. before.Select(r => r.BlobKey).Except(made.Select(r => r.BlobKey)).Select(key => new BlobRemoval { Key = key }),
        ];
        db.BlobRemovals.AddRange(replaced);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (!db.Assets.AsNoTracking().Any(a => a.Id == asset.Id))
        {
            await ForgetAsync(asset);
            return;
        }

        Tell(asset);
        await remover.RemoveAsync(replaced);
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

    private void Tell(Asset asset) => changes.Publish(asset.GroupId, ChangeKind.Asset, ChangeAction.Changed, asset.Id);

    /// <summary>It was deleted while it was processed, so what was just stored belongs to nobody.</summary>
    private Task ForgetAsync(Asset asset) => blobs.DeleteFolderAsync(BlobKeys.RenditionFolder(asset.Id), CancellationToken.None);
}
