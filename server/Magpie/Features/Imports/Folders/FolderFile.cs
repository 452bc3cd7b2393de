using Magpie.Core.Ingest;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports.Folders;

/// <summary>
/// Adds one file of this machine. Until it is done it is an upload that nobody continues, so that the server cleans up after a kill as it
/// does for any upload.
/// </summary>
internal sealed class FolderFile(
    MagpieDbContext db,
    IBlobStore blobs,
    FormatPolicy formats,
    AssetIngest ingest,
    PlanCatalog plans,
    TimeProvider time
)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromHours(1);

    public static async Task<string> HashAsync(FileInfo file, CancellationToken ct)
    {
        await using var stream = file.OpenRead();
        return (await RunningHash.OfAsync(stream, ct)).Sha256;
    }

    public async Task<RuleViolation?> KeepAsync(
        FileInfo file,
        string name,
        MediaFormat format,
        Group group,
        Guid owner,
        List<string> labels,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        var upload = new Upload
        {
            WorkspaceId = group.WorkspaceId,
            GroupId = group.Id,
            UserId = owner,
            FileName = name,
            Length = file.Length,
            Labels = labels,
            StartsAsDraft = false,
            FromServer = true,
            CreatedAt = now,
            ExpiresAt = now + Timeout,
        };
        if (await BeginAsync(upload) is { } full)
        {
            return full;
        }

        var kept = false;
        try
        {
            var refusal = await LetInAsync(upload, file, format, ct);
            kept = refusal is null;
            return refusal;
        }
        finally
        {
            await EndAsync(upload, kept);
        }
    }

    private async Task<RuleViolation?> BeginAsync(Upload upload)
    {
        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == upload.WorkspaceId);
        var limit = plans[workspace.Plan].StorageBytes;
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await db.ReserveQuotaAsync(upload.WorkspaceId, upload.Length, limit))
        {
            return StorageRules.Full(workspace.StorageBytes + workspace.ReservedBytes, limit!.Value, upload.Length);
        }

        db.Uploads.Add(upload);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();
        return null;
    }

    private async Task<RuleViolation?> LetInAsync(Upload upload, FileInfo file, MediaFormat format, CancellationToken ct)
    {
        var key = BlobKeys.Original(upload.Id);
        using var hash = new RunningHash();
        await using (var stream = file.OpenRead())
        await using (var blob = await blobs.CreateAsync(key, ct))
        {
            var incoming = new IncomingStream(
                formats,
                room => stream.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, ct),
                blob,
                hash
            )
            {
                WorkspaceId = upload.WorkspaceId,
                Name = upload.FileName,
                Known = format,
            };
            // It was checked for the length that it had, so growing beyond its format's limit is a change, too.
            if (!(await incoming.ReceiveAsync(ct)).GoesOn || incoming.Received != upload.Length)
            {
                return new RuleViolation(
                    "damaged",
                    $"*{upload.FileName}* changed while it was read. Run the import again when nobody writes to it."
                ).With(("file", upload.FileName), ("reason", "changed"));
            }

            await blob.CommitAsync(ct);
        }

        var arrived = new IncomingFile(
            upload.Id,
            upload.WorkspaceId,
            upload.GroupId,
            upload.UserId,
            upload.FileName,
            upload.Length,
            upload.Labels,
            StartsAsDraft: false,
            AssetOrigin.Upload,
            key,
            FromServer: true
        );
        var (known, refusal) = await ingest.EvaluateAsync(arrived, format, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await ingest.CompleteAsync(arrived, known, hash.Finish(), (within, _) => RemoveRowAsync(within, upload)) is not (true, _))
        {
            return new RuleViolation("damaged", $"*{upload.FileName}* took too long to be read. Run the import again.").With(
                ("file", upload.FileName),
                ("reason", "tooSlow")
            );
        }

        // Not processed here: a running server looks for due assets every minute, and any other does when it starts.
        return null;
    }

    private static async Task<bool> RemoveRowAsync(MagpieDbContext db, Upload upload) =>
        await db.Uploads.Where(Upload.IsReceiving(upload.Id)).ExecuteDeleteAsync() == 1;

    private async Task EndAsync(Upload upload, bool kept)
    {
        db.ChangeTracker.Clear();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.LockQuotaAsync(upload.WorkspaceId, CancellationToken.None);
            if (await RemoveRowAsync(db, upload))
            {
                await db.ReleaseQuotaAsync(upload.WorkspaceId, upload.Length, CancellationToken.None);
            }

            await transaction.CommitAsync();
        }

        if (!kept)
        {
            await ingest.DiscardAsync(upload.Id, BlobKeys.Original(upload.Id));
        }
    }
}
