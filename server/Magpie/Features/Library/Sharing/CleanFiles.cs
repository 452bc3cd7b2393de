using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Sharing;

/// <summary>Copies of originals for the world outside, without their metadata; each made once.</summary>
internal sealed class CleanFiles(MagpieDbContext db, IBlobStore blobs, MediaStudio studio, RenditionFiles files, DataFolder data)
{
    /// <summary>Null where the file does not allow a clean copy: it then does not leave the team at all.</summary>
    public async Task<Rendition?> EnsureAsync(Asset asset, CancellationToken ct)
    {
        if (await FindAsync(asset.Id, ct) is { } there)
        {
            return there;
        }

        using var scratch = new ScratchFolder(data);
        var original = Path.Combine(scratch.Path, "original");
        var output = Directory.CreateDirectory(Path.Combine(scratch.Path, "out")).FullName;
        await blobs.MaterializeAsync(asset.OriginalKey, original, ct);
        if (await studio.CleanAsync(asset.Format, asset.Name, original, output, ct) is not { } path)
        {
            return null;
        }

        var made = await files.StoreAsync(asset.Id, new(RenditionKind.Clean, path, asset.Format.MediaType(), asset.Width ?? 0, asset.Height ?? 0));
        db.Renditions.Add(made);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return made;
        }
        catch (DbUpdateException refused) when (Outages.Of(refused) is null)
        {
            // Somebody else asked for it at the same moment, or the asset is gone.
            db.ChangeTracker.Clear();
            return await FindAsync(asset.Id, CancellationToken.None);
        }
    }

    public Task<Rendition?> FindAsync(Guid assetId, CancellationToken ct) =>
        db.Renditions.AsNoTracking().SingleOrDefaultAsync(r => r.AssetId == assetId && r.Kind == RenditionKind.Clean, ct);
}
