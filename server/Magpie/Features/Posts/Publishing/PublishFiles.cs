using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform;
using Magpie.Platform.Cleanup;
using Magpie.Platform.Database;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Publishing;

/// <summary>The files that are handed out for publishing; each is made once, and again when it was taken away as too old.</summary>
internal sealed class PublishFiles(MagpieDbContext db, IBlobStore blobs, MediaStudio studio, BlobRemover remover, DataFolder data, TimeProvider time)
{
    public Task<PublishFile?> FindAsync(PublishOrder order, CancellationToken ct) =>
        db.PublishFiles.AsNoTracking().SingleOrDefaultAsync(f => f.AssetId == order.Asset.Id && f.Version == order.Version, ct);

    /// <summary>Null where it is still to be made, or its bytes are missing or short, so that it is to be made again.</summary>
    public async Task<(PublishFile File, Stream Bytes)?> OpenAsync(PublishOrder order, CancellationToken ct)
    {
        if (await FindAsync(order, ct) is not { } file)
        {
            return null;
        }

        if (await blobs.OpenWholeAsync(file.BlobKey, file.Bytes, ct) is { } bytes)
        {
            return (file, bytes);
        }

        await db.PublishFiles.Where(f => f.AssetId == file.AssetId && f.Version == file.Version && f.BlobKey == file.BlobKey).ExecuteDeleteAsync(CancellationToken.None);
        return null;
    }

    /// <summary>Bytes first, then the row: what is half made is nobody's.</summary>
    public async Task<(PublishFile? File, RuleViolation? Trouble)> MakeAsync(PublishOrder order, CancellationToken ct)
    {
        if (await FindAsync(order, ct) is { } there)
        {
            return (there, null);
        }

        using var scratch = new ScratchFolder(data);
        await blobs.MaterializeAsync(order.Asset.OriginalKey, scratch.Original, ct);
        var (made, trouble) = await studio.PublishAsync(order.Asset.Format, order.Asset.Name, scratch.Original, scratch.Output, order.Plan, ct);
        return made is null ? (null, PublishTrouble.Of(trouble, order.Asset.Name)) : (await KeepAsync(order, made, ct), null);
    }

    /// <summary>Takes those away that were made long ago; whoever asks again has them made again.</summary>
    public async Task RemoveOldAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-PublishFile.KeepDays);
        var old = await db.PublishFiles.Where(f => f.MadeAt < before).OrderBy(f => f.MadeAt).Take(500).ToListAsync(ct);
        List<BlobRemoval> promised = [.. old.Select(file => new BlobRemoval { Key = file.BlobKey })];
        db.PublishFiles.RemoveRange(old);
        db.BlobRemovals.AddRange(promised);
        await db.SaveChangesAsync(ct);
        await remover.RemoveAsync(promised);
    }

    private async Task<PublishFile?> KeepAsync(PublishOrder order, PublishedMedia made, CancellationToken ct)
    {
        var file = new PublishFile
        {
            AssetId = order.Asset.Id,
            Version = order.Version,
            BlobKey = BlobKeys.Publish(order.Asset.Id, order.Version, Guid.NewGuid()),
            Format = made.Format,
            Width = made.Width,
            Height = made.Height,
            Bytes = new FileInfo(made.Path).Length,
            MadeAt = time.GetUtcNow().UtcDateTime,
        };
        await blobs.TakeAsync(file.BlobKey, made.Path, CancellationToken.None);
        db.PublishFiles.Add(file);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return file;
        }
        catch (DbUpdateException refused)
        {
            db.ChangeTracker.Clear();
            await blobs.DeleteAsync(file.BlobKey, CancellationToken.None);
            if (Outages.Of(refused) is not null)
            {
                throw;
            }

            // Another server made it at the same moment, or the asset is gone.
            return await FindAsync(order, ct);
        }
    }
}
