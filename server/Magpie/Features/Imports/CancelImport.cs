using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Lifecycle;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports;

/// <summary>Ends an import that waits or runs and removes all of it; takes a finished one off the list and keeps its asset.</summary>
internal static class CancelImport
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid importId,
        Caller caller,
        MagpieDbContext db,
        ImportWorker worker,
        BlobRemover remover,
        ChangeFeed changes,
        CancellationToken ct
    )
    {
        while (await db.ImportsOf(caller).AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, ct) is { } import)
        {
            if (!await RemoveAsync(import, db, remover))
            {
                continue; // It has moved on meanwhile.
            }

            worker.Stop(importId);
            worker.Wake();
            changes.Publish(import.GroupId, ChangeKind.Import, ChangeAction.Deleted, importId);
            return TypedResults.NoContent();
        }

        return Problems.Of(RuleViolation.NotFound);
    }

    private static async Task<bool> RemoveAsync(Import import, MagpieDbContext db, BlobRemover remover)
    {
        List<BlobRemoval> removals =
            import.State is ImportState.Running ? [new() { Key = BlobKeys.Original(import.Id, import.Lease!.Value) }] : [];
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.ReleaseQuotaAsync(import.WorkspaceId, import.ReservedBytes, CancellationToken.None);
            if (
                await db
                    .Imports.Where(i => i.Id == import.Id && i.State == import.State && i.ReservedBytes == import.ReservedBytes)
                    .ExecuteDeleteAsync() == 0
            )
            {
                return false;
            }

            db.BlobRemovals.AddRange(removals);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }

        await remover.RemoveAsync(removals);
        return true;
    }
}
