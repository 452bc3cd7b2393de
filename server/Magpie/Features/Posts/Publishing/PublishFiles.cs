using Magpie.Core.Lifecycle;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Publishing;

/// <summary>
/// The files that are handed out for publishing, one for an asset in a post; each is made once, and again when it was taken away as too
/// old.
/// </summary>
internal sealed class PublishFiles(
    MagpieDbContext db,
    IBlobStore blobs,
    MediaProcessor studio,
    WantedFiles wanted,
    PublishRoom room,
    BlobRemover remover,
    DataFolder data,
    TimeProvider time
)
{
    public Task<PublishFile?> FindAsync(PublishFileSpec order, CancellationToken ct) =>
        db
            .PublishFiles.AsNoTracking()
            .SingleOrDefaultAsync(f => f.PostId == order.PostId && f.AssetId == order.Asset.Id && f.Version == order.Version, ct);

    /// <summary>Null where it is still to be made, or its bytes are missing or short, so that it is to be made again.</summary>
    public async Task<(PublishFile File, Stream Bytes)?> OpenAsync(PublishFileSpec order, CancellationToken ct)
    {
        if (await FindAsync(order, ct) is not { } file)
        {
            return null;
        }

        if (await blobs.OpenWholeAsync(file.BlobKey, file.Bytes, ct) is { } bytes)
        {
            return (file, bytes);
        }

        await db
            .PublishFiles.Where(f =>
                f.PostId == file.PostId && f.AssetId == file.AssetId && f.Version == file.Version && f.BlobKey == file.BlobKey
            )
            .ExecuteDeleteAsync(CancellationToken.None);
        return null;
    }

    /// <summary>Bytes first, then the row: what is half made is nobody's.</summary>
    public async Task<(PublishFile? File, RuleViolation? Trouble)> MakeAsync(PublishFileSpec order, CancellationToken ct)
    {
        if (await FindAsync(order, ct) is { } there)
        {
            return (there, null);
        }

        if (room.IsNone)
        {
            return (null, PublishErrors.DiskFull(order.Asset.Name));
        }

        using var scratch = new ScratchFolder(data);
        if (await CopyAsync(order, scratch, ct) is { } same)
        {
            return await KeepAsync(order, same, ct);
        }

        await blobs.CopyToFileAsync(order.Asset.OriginalKey, scratch.Original, ct);
        var (made, trouble) = await studio.PublishAsync(
            order.Asset.Format,
            order.Asset.Name,
            scratch.Original,
            scratch.Output,
            order.Plan,
            ct
        );
        return made is null ? (null, PublishErrors.Of(trouble, order.Asset.Name)) : await KeepAsync(order, made, ct);
    }

    /// <summary>Takes those away that were made long ago; whoever asks again has them made again.</summary>
    public async Task RemoveOldAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-PublishFile.KeepDays);
        var old = await db.PublishFiles.AsNoTracking().Where(f => f.MadeAt < before).OrderBy(f => f.MadeAt).Take(500).ToListAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var promised = await wanted.GiveUpAsync(old);
        await transaction.CommitAsync(CancellationToken.None);
        await remover.RemoveAsync(promised);
    }

    /// <summary>Another post wants the very same: its bytes are as good as new ones, and cost no encoder. Null where none does.</summary>
    private async Task<PublishedMedia?> CopyAsync(PublishFileSpec order, ScratchFolder scratch, CancellationToken ct)
    {
        if (
            await db.PublishFiles.AsNoTracking().FirstOrDefaultAsync(f => f.AssetId == order.Asset.Id && f.Version == order.Version, ct)
                is not { } same
            || await blobs.OpenWholeAsync(same.BlobKey, same.Bytes, ct) is not { } bytes
        )
        {
            return null;
        }

        await using var from = bytes;
        var path = Path.Combine(scratch.Output, "same");
        await using (var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            await from.CopyToAsync(to, ct);
        }

        return new(path, same.Format, same.Width, same.Height);
    }

    private async Task<(PublishFile? File, RuleViolation? Trouble)> KeepAsync(
        PublishFileSpec order,
        PublishedMedia made,
        CancellationToken ct
    )
    {
        var file = new PublishFile
        {
            PostId = order.PostId,
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
        try
        {
            if (await PutDownAsync(order, file))
            {
                return (file, null);
            }

            await blobs.DeleteAsync(file.BlobKey, CancellationToken.None);
            return (null, PublishErrors.Changed(order.Asset.Name));
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
            return (await FindAsync(order, ct), null);
        }
    }

    /// <summary>False: the post wants another one by now.</summary>
    private async Task<bool> PutDownAsync(PublishFileSpec order, PublishFile file)
    {
        List<BlobRemoval> promised;
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.LockQuotaAsync(order.Asset.WorkspaceId, CancellationToken.None);
            if (!await wanted.IncludeAsync(order))
            {
                return false;
            }

            // Also of what no edit took away: the rules of a surface may have changed meanwhile.
            promised = await wanted.GiveUpOthersAsync([order.PostId]);
            promised.AddRange(await room.MakeAsync(order.Asset.WorkspaceId, file));
            db.PublishFiles.Add(file);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }

        await remover.RemoveAsync(promised);
        return true;
    }
}
