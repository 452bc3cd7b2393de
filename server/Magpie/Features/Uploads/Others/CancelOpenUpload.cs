using Magpie.Core.Lifecycle;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Uploads.Others;

/// <summary>
/// Ends somebody's upload and frees its storage. The row stays for a while, so that the sender's client is told why, and does not just
/// start again.
/// </summary>
internal static class CancelOpenUpload
{
    private const int RememberedHours = 24;

    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid uploadId,
        Caller caller,
        MagpieDbContext db,
        UploadLocks locks,
        BlobRemover remover,
        RunningHashes hashes,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (!await db.IsAdminAsync(caller, ct))
        {
            return Problems.Of(PermissionRefusals.AdminsSeeUploads);
        }

        if (await db.OpenUploadsOf(caller).AsNoTracking().SingleOrDefaultAsync(u => u.Id == uploadId, ct) is not { } upload)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        List<BlobRemoval> removals = [new() { Key = BlobKeys.Original(uploadId) }];
        await using (var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None))
        {
            await db.ReleaseQuotaAsync(upload.WorkspaceId, upload.Length, CancellationToken.None);
            upload.Cancel(time.GetUtcNow().UtcDateTime.AddHours(RememberedHours));
            if (
                await db
                    .Uploads.Where(Upload.IsReceiving(uploadId))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(u => u.State, upload.State).SetProperty(u => u.ExpiresAt, upload.ExpiresAt),
                        CancellationToken.None
                    ) == 0
            )
            {
                return Problems.Of(RuleViolation.NotFound); // It has just ended. So does the transaction, without a commit.
            }

            db.BlobRemovals.AddRange(removals);
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
        }

        // Once this lock is ours, the sender writes nothing more.
        using var turn = await locks.TakeAsync(uploadId, CancellationToken.None);
        hashes.Forget(uploadId);
        await remover.RemoveAsync(removals);
        return TypedResults.NoContent();
    }
}
