using Magpie.Features.Library.Processing;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Sharing;

/// <summary>Copies of originals without metadata, for the world outside; each is made once.</summary>
internal sealed class CleanFiles(MagpieDbContext db, IBlobStore blobs, MediaProcessor processor, RenditionFiles files, DataFolder data)
{
    /// <summary>
    /// The file, or why there is none; neither when the asset is gone. A file that cannot be cleaned does not leave the team at all.
    /// </summary>
    public async Task<(Rendition? File, RuleViolation? Violation)> EnsureAsync(Asset asset, CancellationToken ct)
    {
        if (await FindAsync(asset.Id, ct) is { } there)
        {
            return (there, null);
        }

        using var scratch = new ScratchFolder(data);
        try
        {
            await blobs.CopyToFileAsync(asset.OriginalKey, scratch.Original, ct);
        }
        catch (FileNotFoundException)
        {
            if (await db.Assets.AnyAsync(a => a.Id == asset.Id, ct))
            {
                throw;
            }

            return (null, null);
        }

        var (path, trouble) = await processor.CleanAsync(asset.Format, asset.Name, scratch.Original, scratch.Output, ct);
        if (path is null)
        {
            return (
                null,
                trouble switch
                {
                    MediaOutcome.Failed(var because) => because.As("file-not-made"),
                    MediaOutcome.Interrupted(var because) => because.As("file-not-made"),
                    _ => new RuleViolation(
                        "not-shareable",
                        $"The place and time in *{asset.Name}* could not be taken out, so it gets no public link. Export it again "
                            + "and upload that."
                    ).With(("file", asset.Name)),
                }
            );
        }

        var made = await files.StoreAsync(
            asset.Id,
            new(RenditionKind.Clean, path, asset.Format.MediaType(), asset.Width ?? 0, asset.Height ?? 0)
        );
        db.Renditions.Add(made);
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            return (made, null);
        }
        catch (DbUpdateException refused) when (Outages.Of(refused) is null)
        {
            // Somebody else asked for it at the same time, or the asset is gone.
            db.ChangeTracker.Clear();
            return (await FindAsync(asset.Id, CancellationToken.None), null);
        }
    }

    /// <summary>Null when there is none; one whose bytes are missing or short is made again.</summary>
    public async Task<(Rendition File, Stream Bytes)?> OpenAsync(Asset asset, CancellationToken ct)
    {
        for (var attempt = 0; attempt < 2 && await EnsureAsync(asset, ct) is ({ } clean, _); attempt++)
        {
            if (await blobs.OpenWholeAsync(clean.BlobKey, clean.Bytes, ct) is { } bytes)
            {
                return (clean, bytes);
            }

            await db
                .Renditions.Where(r => r.AssetId == asset.Id && r.Kind == RenditionKind.Clean && r.Version == clean.Version)
                .ExecuteDeleteAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
        }

        return null;
    }

    private Task<Rendition?> FindAsync(Guid assetId, CancellationToken ct) =>
        db.Renditions.AsNoTracking().SingleOrDefaultAsync(r => r.AssetId == assetId && r.Kind == RenditionKind.Clean, ct);
}
