using Magpie.Core.Access;
using Magpie.Core.Lifecycle;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Magpie.Features.Uploads;

/// <summary>Every minute: removes uploads that nobody continues or may continue, and bytes that a crash left behind.</summary>
[DisallowConcurrentExecution]
internal sealed class UploadSweep(MagpieDbContext db, UploadLocks locks, UploadRemoval removal, BlobRemover remover, TimeProvider time)
    : IJob
{
    public static readonly JobKey Key = new("upload-sweep");
    private const int Batch = 200;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        while (
            await db
                .Uploads.AsNoTracking()
                .Where(u => u.ExpiresAt < now)
                .OrderBy(u => u.ExpiresAt)
                .Take(Batch)
                .ToListAsync(cancellationToken)
                is { Count: > 0 } expired
        )
        {
            foreach (var upload in expired)
            {
                using var turn = await locks.TakeAsync(upload.Id, cancellationToken);
                // The client may have come back while this job was busy with other uploads.
                if (turn is not null && await db.Uploads.AnyAsync(u => u.Id == upload.Id && u.ExpiresAt < now, cancellationToken))
                {
                    await removal.RemoveAsync(upload);
                }
            }
        }

        foreach (
            var upload in await db
                .Uploads.AsNoTracking()
                .Where(u => u.State == UploadState.Receiving)
                .WithoutRight(db)
                .ToListAsync(cancellationToken)
        )
        {
            using var turn = await locks.TakeAsync(upload.Id, cancellationToken);
            if (turn is not null && await db.Uploads.Where(Upload.IsReceiving(upload.Id)).WithoutRight(db).AnyAsync(cancellationToken))
            {
                await removal.RemoveAsync(upload);
            }
        }

        await remover.RemoveForgottenAsync(cancellationToken);
    }
}
