using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Magpie.Platform.Intake;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Uploads;

/// <summary>The last byte is there. Up to the row each step may be repeated, and a crash only means that the client sends its last part again.</summary>
internal sealed class UploadCompletion(MagpieDbContext db, AssetIntake intake, UploadRemoval removal, RunningHashes hashes, WriteAheadLog log)
{
    /// <param name="hash">Of all bytes, or null where they must be read once more.</param>
    public async Task<ProblemHttpResult?> CompleteAsync(Upload upload, RunningHash? hash)
    {
        var file = new IncomingFile(
            upload.Id, upload.WorkspaceId, upload.GroupId, upload.UserId, upload.FileName, upload.Length, upload.Labels, upload.StartsAsDraft,
            AssetOrigin.Upload, BlobKeys.Original(upload.Id));
        var (format, refusal) = await intake.JudgeAsync(file, upload.Format);
        if (refusal is not null)
        {
            await removal.RemoveAsync(upload);
            return Problems.Of(refusal);
        }

        var sha256 = hash?.Offset == upload.Length ? hash.Finish() : await intake.HashAsync(file);
        if (!await intake.BecomeAssetAsync(file, format, sha256, duplicateOf => CloseAsync(upload, format, duplicateOf)))
        {
            await removal.RemoveStrayAsync(upload.Id);
            return Problems.Of(UploadProblems.WrongOffset);
        }

        await log.FlushAsync();
        hashes.Forget(upload.Id);
        intake.Announce(file);
        return null;
    }

    /// <summary>False: it was completed, or cancelled, by somebody else meanwhile.</summary>
    private async Task<bool> CloseAsync(Upload upload, MediaFormat format, Guid? duplicateOf)
    {
        var from = upload.Offset;
        var completed = await db.Uploads
            .Where(u => u.Id == upload.Id && u.Offset == from && u.State == UploadState.Receiving)
            .ExecuteUpdateAsync(set => set
                .SetProperty(u => u.State, UploadState.Completed)
                .SetProperty(u => u.Format, format)
                .SetProperty(u => u.Offset, upload.Length)
                .SetProperty(u => u.DuplicateOfId, duplicateOf));
        if (completed == 0)
        {
            return false;
        }

        upload.Complete(format, duplicateOf);
        return true;
    }
}
