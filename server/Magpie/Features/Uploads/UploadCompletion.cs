using Magpie.Model;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Magpie.Platform.Media;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Scheduling;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Uploads;

/// <summary>
/// The last byte is there: bytes first, row second, job third. Up to the row each step may be repeated, and a crash only
/// means that the client sends its last part again.
/// </summary>
internal sealed class UploadCompletion(
    MagpieDbContext db, IBlobStore blobs, MediaCheck media, FormatRules rules, UploadRemoval removal, RunningHashes hashes,
    AssetQueue queue, ChangeFeed changes, IOptions<LimitOptions> limits, TimeProvider time)
{
    /// <param name="hash">Of all bytes, or null where they must be read once more.</param>
    public async Task<ProblemHttpResult?> CompleteAsync(Upload upload, RunningHash? hash)
    {
        var original = BlobKeys.Original(upload.Id);
        await blobs.SettleAsync(BlobKeys.Upload(upload.Id), original, CancellationToken.None);

        var (format, refusal) = await JudgeAsync(upload, original);
        if (refusal is not null)
        {
            await removal.RemoveAsync(upload);
            return Problems.Of(refusal);
        }

        var sha256 = hash?.Offset == upload.Length ? hash.Finish() : await HashAsync(original);
        if (!await BecomeAssetAsync(upload, format, sha256))
        {
            if (!await db.Assets.AnyAsync(a => a.Id == upload.Id))
            {
                await blobs.DeleteAsync(original, CancellationToken.None); // Cancelled from another node: no row will ever own it.
            }

            await removal.RemoveStrayAsync(upload.Id);

            return Problems.Of(UploadProblems.WrongOffset);
        }

        hashes.Forget(upload.Id);
        await blobs.DeleteAsync(BlobKeys.Upload(upload.Id), CancellationToken.None);
        queue.Enqueue(upload.Id);
        changes.Publish(upload.GroupId, "asset", ChangeAction.Created, upload.Id);
        return null;
    }

    private async Task<(MediaFormat Format, RuleViolation? Refusal)> JudgeAsync(Upload upload, string original)
    {
        if (upload.Format is not { } format)
        {
            var sniffed = await SniffAsync(upload, original);
            if (sniffed.Format is not { } found)
            {
                return (default, sniffed.Violation);
            }

            format = found;
        }

        return (format, await rules.JudgeAsync(upload, format, limits.Value.Uploads) ?? await media.CheckAsync(original, format, upload.FileName));
    }

    private async Task<SniffResult> SniffAsync(Upload upload, string original)
    {
        await using var stream = await blobs.OpenReadAsync(original, CancellationToken.None) ?? throw new FileNotFoundException("An original is gone.", original);
        var first = new byte[Math.Min(FormatSniffer.BytesNeeded, upload.Length)];
        await stream.ReadExactlyAsync(first);
        return FormatSniffer.Sniff(first, upload.FileName, isWholeFile: true);
    }

    private async Task<string> HashAsync(string original)
    {
        using var hash = new RunningHash();
        await using var stream = await blobs.OpenReadAsync(original, CancellationToken.None) ?? throw new FileNotFoundException("An original is gone.", original);
        var buffer = new byte[512 << 10];
        while (await stream.ReadAsync(buffer) is > 0 and var read)
        {
            hash.Append(buffer.AsSpan(0, read));
        }

        return hash.Finish();
    }

    /// <summary>False: it was completed, or cancelled, by somebody else meanwhile.</summary>
    private async Task<bool> BecomeAssetAsync(Upload upload, MediaFormat format, string sha256)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var asset = new Asset
        {
            Id = upload.Id,
            WorkspaceId = upload.WorkspaceId,
            GroupId = upload.GroupId,
            CreatedById = upload.UserId,
            CreatedAt = now,
            Origin = AssetOrigin.Upload,
            Name = upload.FileName,
            Kind = format.Kind(),
            Format = format,
            Bytes = upload.Length,
            Sha256 = sha256,
            OriginalKey = BlobKeys.Original(upload.Id),
            Position = AssetPosition.Of(now, upload.Id),
            StartsAsDraft = upload.StartsAsDraft,
        };
        asset.AwaitProcessing(now);

        await using var transaction = await db.Database.BeginTransactionAsync();
        var duplicateOf = await db.Assets
            .Where(a => a.GroupId == upload.GroupId && a.Sha256 == sha256)
            .OrderBy(a => a.CreatedAt)
            .Select(a => (Guid?)a.Id)
            .FirstOrDefaultAsync();
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

        db.Assets.Add(asset);
        await db.SaveChangesAsync();
        foreach (var label in await db.EnsureLabelsAsync(upload.GroupId, upload.Labels, now, CancellationToken.None))
        {
            await db.AddLabelAsync(label.Id, [asset.Position], CancellationToken.None);
        }

        await db.SpendReservedStorageAsync(upload.WorkspaceId, upload.Length, CancellationToken.None);
        await transaction.CommitAsync();
        db.ChangeTracker.Clear();

        upload.Complete(format, duplicateOf);
        return true;
    }
}
