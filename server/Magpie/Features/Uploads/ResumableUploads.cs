using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Uploads;

/// <summary>
/// Finds uploads whose offset can be trusted. Bytes are on the disk before they count, so some can only be missing when the files come from
/// an older backup than the rows. The offset then goes back to where the bytes end.
/// </summary>
internal sealed class ResumableUploads(MagpieDbContext db, IUploadStaging staging, UploadStanding standing)
{
    /// <summary>The upload, or why it cannot continue.</summary>
    public async Task<(Upload? Upload, RuleViolation? Refusal)> FindAsync(Guid uploadId, Caller caller, CancellationToken ct)
    {
        var (upload, refusal) = await standing.AskAsync(uploadId, caller, ct);
        if (
            upload is { State: UploadState.Receiving, Offset: > 0 and var counted }
            && await staging.LengthAsync(BlobKeys.Original(uploadId), ct) is var there
            && there < counted
        )
        {
            await db
                .Uploads.Where(Upload.IsReceiving(uploadId))
                .Where(u => u.Offset == counted)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.Offset, there), ct);
            return await standing.AskAsync(uploadId, caller, ct);
        }

        return (upload, refusal);
    }
}
