using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Uploads;

/// <summary>Whether an upload may go on. One whose member may not add files any more ends here, and what it reserved is free.</summary>
internal sealed class UploadStanding(MagpieDbContext db, UploadRemoval removal)
{
    /// <param name="underway">Its bytes were coming until now, so its sender is told why they do not any more.</param>
    /// <returns>The upload; or why it is none any more; or neither, where it is not there for the caller.</returns>
    public async Task<(Upload? Upload, ProblemHttpResult? Refusal)> AskAsync(
        Guid uploadId,
        Caller caller,
        CancellationToken ct,
        bool underway = false
    )
    {
        if (await db.FindUploadAsync(uploadId, caller, ct) is not var (upload, role, hasToken) || upload.FromServer)
        {
            return (null, null);
        }

        switch (upload.State)
        {
            case UploadState.Cancelled when role is not null:
                return (null, Problems.Of(UploadProblems.Cancelled));
            case UploadState.Receiving when !(role?.CanAdd() is true && hasToken):
                await removal.RemoveAsync(upload);
                return (null, role is null && !underway ? null : Problems.Of(PermissionRefusals.CannotAddAnyMore));
            default:
                return role is null ? (null, null) : (upload, null);
        }
    }

    /// <summary>After a request that was refused or asked to end: whether that was because the upload may not go on.</summary>
    public async Task<ProblemHttpResult?> WhyEndedAsync(Upload upload, ProblemHttpResult? refusal, UploadLocks.Turn turn, Caller caller) =>
        refusal is { StatusCode: StatusCodes.Status403Forbidden or StatusCodes.Status409Conflict }
        || (refusal is null && turn.AskedToEnd.IsCancellationRequested)
            ? (await AskAsync(upload.Id, caller, CancellationToken.None, underway: true)).Refusal ?? refusal
            : refusal;
}
