using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
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
                .AnyAsync(one => one.Id == importId && !GroupPermissions.Adding.Contains(one.Role), ct)
        )
        {
            return Problems.Of(PermissionRefusals.ViewersCannotAdd);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.HoldMemberAsync(caller.UserId);
        if (await db.ImportsOf(caller).AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, ct) is not { } import)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if (import.Retry(caller.TokenId) is { } violation)
        {
            return Problems.Of(violation);
        }

        if (
            !await db.ImportsOf(caller)
                .Where(Import.HasFailed(importId))
                .WriteAsync(
                    import,
                    (set, after) => set.SetProperty(i => i.TokenId, after.TokenId).SetProperty(i => i.TotalBytes, after.TotalBytes)
                )
        )
        {
            return Problems.Of(Import.NotFailed); // Somebody else was faster.
        }

        if (await db.Imports.CountAsync(i => i.UserId == caller.UserId && i.EndedAt == null, ct) > options.Value.MaxOpenPerMember)
        {
            return Problems.Of(ImportProblems.TooMany(options.Value.MaxOpenPerMember));
        }

        await transaction.CommitAsync(ct);
        worker.Wake();
        changes.Publish(import.GroupId, ChangeKind.Import, ChangeAction.Changed, import.Id);
        return TypedResults.Ok(ImportDetails.Of(import));
    }
}
