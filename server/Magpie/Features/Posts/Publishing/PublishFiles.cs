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

/// <summary>Files for publishing, one for each asset in a post. Each is made once, and again after it was removed as too old.</summary>
internal sealed class PublishFiles(
    MagpieDbContext db,
    IBlobStore blobs,
    MediaProcessor processor,
    WantedFiles wanted,
    PublishRoom room,
    BlobRemover remover,
    DataFolder data,
    TimeProvider time
)
{
    public Task<PublishFile?> FindAsync(PublishFileSpec spec, CancellationToken ct) =>
        db
            .PublishFiles.AsNoTracking()
            .SingleOrDefaultAsync(f => f.PostId == spec.PostId && f.AssetId == spec.Asset.Id && f.Version == spec.Version, ct);

    /// <summary>Null when it must be made, or made again because its bytes are missing or short.</summary>
    public async Task<(PublishFile File, Stream Bytes)?> OpenAsync(PublishFileSpec spec, CancellationToken ct)
    {
        if (await FindAsync(spec, ct) is not { } file)
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

    /// <summary>Bytes first, then the row: half-made files belong to nobody.</summary>
    public async Task<(PublishFile? File, RuleViolation? Trouble)> MakeAsync(PublishFileSpec spec, CancellationToken ct)
    {
        if (await FindAsync(spec, ct) is { } there)
        {
            return (there, null);
        }

        if (room.IsNone)
        {
            return (null, PublishErrors.DiskFull(spec.Asset.Name));
        }

        using var scratch = new ScratchFolder(data);
        if (await CopyAsync(spec, scratch, ct) is { } same)
        {
            return await KeepAsync(spec, same, ct);
        }

        await blobs.CopyToFileAsync(spec.Asset.OriginalKey, scratch.Original, ct);
        var (made, trouble) = await processor.PublishAsync(
            spec.Asset.Format,
            spec.Asset.Name,
            scratch.Original,
            scratch.Output,
            spec.Plan,
            ct
        );
        return made is null ? (null, PublishErrors.Of(trouble, spec.Asset.Name)) : await KeepAsync(spec, made, ct);
    }

    /// <summary>Removes old files; whoever asks again gets a new one.</summary>
    public async Task RemoveOldAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-PublishFile.KeepDays);
        var old = await db.PublishFiles.AsNoTracking().Where(f => f.MadeAt < before).OrderBy(f => f.MadeAt).Take(500).ToListAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var removals = await wanted.GiveUpAsync(old);
        await transaction.CommitAsync(CancellationToken.None);
        await remover.RemoveAsync(removals);
    }

    /// <summary>If another post has an identical file, its bytes are copied, which costs no encoding. Null when there is none.</summary>
    private async Task<PublishedMedia?> CopyAsync(PublishFileSpec spec, ScratchFolder scratch, CancellationToken ct)
    {
        if (
            await db.PublishFiles.AsNoTracking().FirstOrDefaultAsync(f => f.AssetId == spec.Asset.Id && f.Version == spec.Version, ct)
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
        PublishFileSpec spec,
        PublishedMedia made,
        CancellationToken ct
    )
    {
        var file = new PublishFile
        {
            PostId = spec.PostId,
            AssetId = spec.Asset.Id,
            Version = spec.Version,
            BlobKey = BlobKeys.Publish(spec.Asset.Id, spec.Version, Guid.NewGuid()),
            Format = made.Format,
            Width = made.Width,
            Height = made.Height,
            Bytes = new FileInfo(made.Path).Length,
            MadeAt = time.GetUtcNow().UtcDateTime,
        };
        await blobs.TakeAsync(file.BlobKey, made.Path, CancellationToken.None);
        try
        {
            if (await PutDownAsync(spec, file))
            {
                return (file, null);
            }

            await blobs.DeleteAsync(file.BlobKey, CancellationToken.None);
            return (null, PublishErrors.Changed(spec.Asset.Name));
        }
        catch (DbUpdateException refused)
        {
            db.ChangeTracker.Clear();
            await blobs.DeleteAsync(file.BlobKey, CancellationToken.None);
            if (Outages.Of(refused) is not null)
            {
                throw;
            }

            // Another server made it at the same time, or the asset is gone.
            return (await FindAsync(spec, ct), null);
        }
    }

    /// <summary>False when the post needs a different file by now.</summary>
    private async Task<bool> PutDownAsync(PublishFileSpec spec, PublishFile file)
    {
        List<BlobRemoval> removals;
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.LockQuotaAsync(spec.Asset.WorkspaceId, CancellationToken.None);
            if (!await wanted.IncludeAsync(spec))
            {
                return false;
            }

            // Also of posts that nobody edited: the rules of a surface may have changed.
            removals = await wanted.GiveUpOthersAsync([spec.PostId]);
            removals.AddRange(await room.MakeAsync(spec.Asset.WorkspaceId, file));
            db.PublishFiles.Add(file);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }

        await remover.RemoveAsync(removals);
        return true;
    }
}
