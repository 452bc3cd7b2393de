using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

internal static class RetryImport
{
    public static async Task<Results<Ok<ImportDetails>, ProblemHttpResult>> HandleAsync(
        Guid importId,
        Caller caller,
        MagpieDbContext db,
        ImportWorker worker,
        ChangeFeed changes,
        IOptions<ImportOptions> options,
        CancellationToken ct
    )
    {
        if (
            await db.ImportsOf(caller)
                .Join(db.MembershipsOf(caller), i => i.GroupId, m => m.GroupId, (i, m) => new { i.Id, m.Role })
                .AnyAsync(one => one.Id == importId && one.Role == GroupRole.Viewer, ct)
        )
        {
            return Problems.Of(PermissionRefusals.ViewersCannotAdd);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HoldMemberAsync(caller.UserId);
        var retried = await db.ImportsOf(caller)
            .Where(i => i.Id == importId && i.State == ImportState.Failed)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(i => i.State, ImportState.Waiting)
                        .SetProperty(i => i.Attempts, 0)
                        .SetProperty(i => i.TokenId, caller.TokenId)
                        .SetProperty(i => i.ReceivedBytes, 0L)
                        // Another file may lie at an address by now.
                        .SetProperty(i => i.TotalBytes, i => i.Origin == AssetOrigin.Url ? null : i.TotalBytes)
                        .SetProperty(i => i.FailureCode, (string?)null)
                        .SetProperty(i => i.FailureMessage, (string?)null)
                        .SetProperty(i => i.FailureMembers, (string?)null)
                        .SetProperty(i => i.EndedAt, (DateTime?)null),
                ct
            );
        var import = await db.ImportsOf(caller).AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, ct);
        if (import is null)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if (retried == 0)
        {
            return Problems.Of(ImportProblems.NotFailed);
        }

        if (await db.Imports.CountAsync(i => i.UserId == caller.UserId && i.EndedAt == null, ct) > options.Value.MaxOpenPerMember)
        {
            return Problems.Of(ImportProblems.TooMany(options.Value.MaxOpenPerMember));
        }

        await transaction.CommitAsync(ct);
        worker.Wake();
        changes.Publish(import.GroupId, "import", ChangeAction.Changed, import.Id);
        return TypedResults.Ok(ImportDetails.Of(import));
    }
}
