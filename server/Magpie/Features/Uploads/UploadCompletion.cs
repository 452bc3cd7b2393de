using Magpie.Core.Ingest;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;

namespace Magpie.Features.Uploads;

/// <summary>
/// Completes an upload whose last byte has arrived. Every step before the row can be repeated; after a crash the client just sends its last
/// part again.
/// </summary>
internal sealed class UploadCompletion(AssetIngest ingest, UploadRemoval removal, RunningHashes hashes, WriteAheadLog log, Caller caller)
{
    private const string Complete = $"""
        UPDATE "Uploads" SET "State" = @p0, "Format" = @p1, "Offset" = @p2, "DuplicateOfId" = @p3
        WHERE "Id" = @p4 AND "Offset" = @p5 AND "State" = '{nameof(UploadState.Receiving)}'
        """;

    /// <param name="hash">The hash of all bytes, or null when they must be read once more.</param>
    /// <param name="ct">Ends with the client until something is decided; the client then sends its last part again.</param>
    public async Task<RuleViolation?> CompleteAsync(Upload upload, RunningHash? hash, CancellationToken ct)
    {
        var file = new IncomingFile(
            upload.Id,
            upload.WorkspaceId,
            upload.GroupId,
            upload.UserId,
            upload.FileName,
            upload.Length,
            upload.Labels,
            upload.StartsAsDraft,
            AssetOrigin.Upload,
            BlobKeys.Original(upload.Id),
            Tokens: [.. new[] { upload.TokenId, caller.TokenId }.OfType<Guid>().Distinct()]
        );
        var (format, refusal) = await ingest.EvaluateAsync(file, upload.Format, ct);
        if (refusal is not null)
        {
            await removal.RemoveAsync(upload);
            return refusal;
        }

        var sha256 = hash?.Offset == upload.Length ? hash.Finish() : await ingest.HashAsync(file);
        var (kept, notAllowed) = await ingest.CompleteAsync(
            file,
            format,
            sha256,
            (within, duplicateOf) => MarkCompletedAsync(within, upload, format, duplicateOf)
        );
        if (!kept)
        {
            await removal.RemoveStrayAsync(upload.Id);
            return notAllowed ?? UploadProblems.WrongOffset;
        }

        await log.FlushAsync();
        hashes.Forget(upload.Id);
        ingest.Announce(file, format);
        return null;
    }

    /// <summary>False when somebody else has completed or cancelled it.</summary>
    private static async Task<bool> MarkCompletedAsync(MagpieDbContext db, Upload upload, MediaFormat format, Guid? duplicateOf)
    {
        var offset = upload.Offset;
        upload.Complete(format, duplicateOf);
        return await db.ExecuteAsync(Complete, upload.State, upload.Format, upload.Offset, upload.DuplicateOfId, upload.Id, offset) == 1;
    }
}
