using System.Buffers;
using Magpie.Model;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Magpie.Platform.Intake;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Uploads;

/// <summary>
/// Takes the bytes of one request into parts. A part counts from the moment its row and the upload's new offset are committed
/// together; what was written before a lost connection counts too.
/// </summary>
internal sealed class UploadReceiver(
    MagpieDbContext db, IBlobStore blobs, RunningHashes hashes, UploadCompletion completion, UploadRemoval removal,
    FormatRules rules, IOptions<UploadOptions> options, TimeProvider time)
{
    private const int BufferBytes = 512 << 10;

    /// <summary>Null when all went well; <paramref name="upload"/> then tells how far it is.</summary>
    public async Task<ProblemHttpResult?> ReceiveAsync(Upload upload, long offset, HttpRequest request, CancellationToken ct)
    {
        if (!UploadChecksum.TryRead(request, out var checksum))
        {
            return Problems.Of(UploadProblems.ChecksumAlgorithm);
        }

        using (checksum)
        {
            if (request.ContentLength > upload.Length - offset)
            {
                return Problems.Of(UploadProblems.Overrun);
            }

            var hash = hashes.Take(upload.Id, offset);
            var arrived = new List<UploadPart>();
            try
            {
                var problem = await ReceivePartsAsync(upload, new BodyReader(request.Body, ct), checksum, hash, arrived);
                if (problem is null && hash is not null && upload.State is UploadState.Receiving)
                {
                    hashes.Keep(upload.Id, hash);
                    hash = null;
                }

                return problem;
            }
            catch (IOException full) when (DiskSpace.IsExhausted(full))
            {
                return Problems.Of(UploadProblems.DiskFull);
            }
            finally
            {
                hash?.Dispose();
                foreach (var orphan in arrived)
                {
                    await blobs.DeleteAsync(orphan.BlobKey, CancellationToken.None);
                }
            }
        }
    }

    /// <param name="arrived">Parts that are on the disk but not yet promised; whoever catches what goes wrong removes them.</param>
    private async Task<ProblemHttpResult?> ReceivePartsAsync(
        Upload upload, BodyReader body, UploadChecksum? checksum, RunningHash? hash, List<UploadPart> arrived)
    {
        var end = upload.Offset;
        while (!body.HasEnded)
        {
            var (part, problem) = await ReceivePartAsync(upload, end, body, checksum, hash);
            if (problem is not null)
            {
                return problem;
            }

            if (part is null)
            {
                break;
            }

            arrived.Add(part);
            end += part.Length;

            // With a checksum nothing may count before the whole request was compared.
            if (checksum is null && end < upload.Length && !await PromiseAsync(upload, arrived))
            {
                return Problems.Of(UploadProblems.WrongOffset);
            }
        }

        if (checksum is not null && (body.WasInterrupted || !checksum.Matches()))
        {
            return Problems.Of(UploadProblems.Checksum);
        }

        if (end < upload.Length)
        {
            return arrived.Count == 0 || await PromiseAsync(upload, arrived) ? null : Problems.Of(UploadProblems.WrongOffset);
        }

        var outcome = await completion.CompleteAsync(upload, arrived, hash);
        if (outcome is null)
        {
            arrived.Clear();
        }

        return outcome;
    }

    private async Task<(UploadPart? Part, ProblemHttpResult? Problem)> ReceivePartAsync(
        Upload upload, long offset, BodyReader body, UploadChecksum? checksum, RunningHash? hash)
    {
        var room = Math.Min(options.Value.PartBytes, upload.Length - offset);
        var key = BlobKeys.NewPart(upload.Id, offset);
        var length = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        await using var blob = await blobs.CreateAsync(key, CancellationToken.None);
        try
        {
            while (length < room)
            {
                var bytes = buffer.AsMemory(0, (int)Math.Min(BufferBytes, room - length));
                bytes = bytes[..await body.FillAsync(bytes)];
                if (bytes.IsEmpty)
                {
                    break;
                }

                if (offset + length == 0 && await JudgeAsync(upload, bytes) is { } refusal)
                {
                    await removal.RemoveAsync(upload);
                    return (null, Problems.Of(refusal));
                }

                checksum?.Append(bytes.Span);
                hash?.Append(bytes.Span);
                await blob.WriteAsync(bytes, CancellationToken.None);
                length += bytes.Length;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (length == 0)
        {
            return (null, null);
        }

        if (offset + length == upload.Length && await body.HasMoreAsync())
        {
            return (null, Problems.Of(UploadProblems.Overrun));
        }

        await blob.CommitAsync(CancellationToken.None);
        return (new() { UploadId = upload.Id, Offset = offset, Length = length, BlobKey = key }, null);
    }

    /// <summary>The first bytes decide the format, and with it the limit. Too few of them leave that to the end.</summary>
    private async Task<RuleViolation?> JudgeAsync(Upload upload, ReadOnlyMemory<byte> first)
    {
        var sniffed = FormatSniffer.Sniff(first.Span, upload.FileName, isWholeFile: first.Length == upload.Length);
        upload.Format = sniffed.Format;
        return sniffed.Violation ?? (sniffed.Format is { } format ? await rules.JudgeAsync(upload.WorkspaceId, upload.FileName, format, upload.Length) : null);
    }

    /// <summary>Commits parts and offset together. False: another request or node was faster, and nothing was promised.</summary>
    private async Task<bool> PromiseAsync(Upload upload, List<UploadPart> arrived)
    {
        var from = arrived[0].Offset;
        var to = from + arrived.Sum(part => part.Length);
        var expiresAt = time.GetUtcNow().UtcDateTime.AddHours(options.Value.ExpireHours);

        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var moved = await db.Uploads
            .Where(u => u.Id == upload.Id && u.Offset == from && u.State == UploadState.Receiving)
            .ExecuteUpdateAsync(
                set => set.SetProperty(u => u.Offset, to).SetProperty(u => u.Format, upload.Format).SetProperty(u => u.ExpiresAt, expiresAt),
                CancellationToken.None);
        if (moved == 0)
        {
            return false;
        }

        db.UploadParts.AddRange(arrived);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        db.ChangeTracker.Clear();

        upload.Advance(to, expiresAt);
        arrived.Clear();
        return true;
    }
}
