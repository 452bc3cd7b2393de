using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Uploads;

internal static class TerminateUpload
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid uploadId,
        Caller caller,
        MagpieDbContext db,
        UploadLocks locks,
        UploadRemoval removal,
        CancellationToken ct
    )
    {
        using var turn = await locks.TakeAsync(uploadId, ct);
        if (turn is null)
        {
            return Problems.Of(UploadProblems.Busy);
        }

        if (await db.FindUploadAsync(uploadId, caller, ct) is not { Role: not null } found)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        // A completed upload is an asset, which is deleted as one; only the upload's own row is removed here.
        await removal.RemoveAsync(found.Upload);
        return TypedResults.NoContent();
    }
}
