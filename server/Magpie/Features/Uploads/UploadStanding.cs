using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;

namespace Magpie.Features.Uploads;

/// <summary>Whether an upload may continue. If its member may no longer add files, it ends here and its storage is released.</summary>
internal sealed class UploadStanding(MagpieDbContext db, UploadRemoval removal)
{
    /// <param name="underway">Its bytes were arriving until now, so its sender is told why it ended.</param>
    /// <returns>The upload; or why it cannot continue.</returns>
    public async Task<(Upload? Upload, RuleViolation? Refusal)> AskAsync(
        Guid uploadId,
        Caller caller,
        CancellationToken ct,
        bool underway = false
    )
    {
        if (await db.FindUploadAsync(uploadId, caller, ct) is not var (upload, role, hasToken) || upload.FromServer)
        {
            return (null, RuleViolation.NotFound);
        }

        switch (upload.State)
        {
            case UploadState.Cancelled when role is not null:
                return (null, UploadProblems.Cancelled);
            case UploadState.Receiving when !(role?.CanAdd() is true && hasToken):
                await removal.RemoveAsync(upload);
                return (null, role is null && !underway ? RuleViolation.NotFound : PermissionRefusals.CannotAddAnyMore);
            default:
                return role is null ? (null, RuleViolation.NotFound) : (upload, null);
        }
    }

    /// <summary>After a request that was refused or asked to end: whether that was because the upload may not continue.</summary>
    public async Task<RuleViolation?> WhyEndedAsync(Upload upload, RuleViolation? refusal, UploadLocks.Turn turn, Caller caller)
    {
        var mayBeWhy = refusal is null ? turn.AskedToEnd.IsCancellationRequested : refusal.Code is "not-allowed" or "upload-offset";
        return
            mayBeWhy && (await AskAsync(upload.Id, caller, CancellationToken.None, underway: true)).Refusal is { Code: not "not-found" } why
            ? why
            : refusal;
    }
}
