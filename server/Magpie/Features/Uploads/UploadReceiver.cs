using Magpie.Core.Ingest;
using Magpie.Model;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Uploads;

/// <summary>
/// Receives the bytes of one request. They count once the upload's offset has moved past them; what was written before a lost connection
/// counts too.
/// </summary>
internal sealed class UploadReceiver(
    MagpieDbContext db,
    IngestConnection ingest,
    IUploadStaging staging,
    RunningHashes hashes,
    UploadCompletion completion,
    UploadRemoval removal,
    FormatPolicy formats,
    WriteAheadLog log,
    IOptions<UploadOptions> options,
    TimeProvider time
)
{
    private static readonly string Move = $"""
        UPDATE "Uploads" SET "Offset" = @p0, "Format" = @p1, "ExpiresAt" = @p2
        WHERE "Id" = @p3 AND "Offset" = @p4 AND "State" = '{nameof(UploadState.Receiving)}'
        AND EXISTS (
            SELECT 1 FROM "GroupMembers" AS m
            WHERE m."UserId" = "Uploads"."UserId" AND m."GroupId" = "Uploads"."GroupId"
            AND m."Role" IN ({string.Join(", ", GroupPermissions.Adding.Select(role => $"'{role}'"))})
        )
        """;

    /// <summary>Null when it worked; <paramref name="upload"/> then has the new offset.</summary>
    public async Task<RuleViolation?> ReceiveAsync(Upload upload, HttpRequest request, UploadLocks.Turn turn, CancellationToken ct)
    {
        using var eitherEnds = CancellationTokenSource.CreateLinkedTokenSource(ct, turn.AskedToEnd);
        if (!UploadChecksum.TryRead(request, out var checksum))
        {
            return UploadProblems.ChecksumAlgorithm;
        }

        using (checksum)
        {
            if (request.ContentLength > upload.Length - upload.Offset)
            {
                return UploadProblems.Overrun;
            }

            await using var blob = await staging.AppendAsync(BlobKeys.Original(upload.Id), upload.Offset, CancellationToken.None);
            var hash = hashes.Take(upload.Id, upload.Offset);
            try
            {
                var problem = await ReceiveAsync(upload, new(request.Body, turn, eitherEnds.Token), blob, checksum, hash, ct);
                if (problem is null && hash is not null && upload.State is UploadState.Receiving)
                {
                    hashes.Keep(upload.Id, hash);
                    hash = null;
                }

                return problem;
            }
            finally
            {
                hash?.Dispose();
            }
        }
    }

    private async Task<RuleViolation?> ReceiveAsync(
        Upload upload,
        BodyReader body,
        BlobWriter blob,
        UploadChecksum? checksum,
        RunningHash? hash,
        CancellationToken ct
    )
    {
        var (end, refusal) = await WriteAsync(upload, body, blob, checksum, hash);
        if (refusal is not null)
        {
            return refusal;
        }

        if (checksum is not null && (body.WasInterrupted || !checksum.Matches()))
        {
            return UploadProblems.Checksum;
        }

        if (end < upload.Length)
        {
            return await KeepAsync(upload, blob, end) ? null : UploadProblems.WrongOffset;
        }

        if (await body.HasMoreAsync())
        {
            return UploadProblems.Overrun;
        }

        await blob.CommitAsync(CancellationToken.None);
        await staging.PromoteAsync(BlobKeys.Original(upload.Id), CancellationToken.None);
        return await completion.CompleteAsync(upload, hash, ct);
    }

    /// <summary>Writes until the body or the file ends.</summary>
    private async Task<(long End, RuleViolation? Refusal)> WriteAsync(
        Upload upload,
        BodyReader body,
        BlobWriter blob,
        UploadChecksum? checksum,
        RunningHash? hash
    )
    {
        var (stretch, flushed) = (upload.Offset, Task.CompletedTask);
        var incoming = new IncomingStream(formats, body.FillAsync, blob, hash)
        {
            WorkspaceId = upload.WorkspaceId,
            Name = upload.FileName,
            Length = upload.Length,
            From = upload.Offset,
            Known = upload.Offset == 0 ? null : upload.Format,
            Shown = checksum is null ? null : piece => checksum.Append(piece.Span),
            Note = CountAsync,
        };
        try
        {
            var result = await incoming.ReceiveAsync(CancellationToken.None);
            if (result.Refusal is { } violation)
            {
                await removal.RemoveAsync(upload);
                return (incoming.Received, violation);
            }

            return (incoming.Received, result.IsHeld ? null : UploadProblems.WrongOffset);
        }
        catch (Exception full) when (Outages.Of(full) is Outage.DiskFull)
        {
            // Bytes that do not count are cut off, which frees their space.
            await (await staging.AppendAsync(BlobKeys.Original(upload.Id), upload.Offset, CancellationToken.None)).DisposeAsync();
            return (incoming.Received, UploadProblems.DiskFull);
        }
        finally
        {
            await flushed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // A stretch counts once it is on the disk; it is flushed while the next one arrives.
        async Task<IncomingResult> CountAsync(IncomingStream it)
        {
            upload.Format = it.Format;
            // With a checksum, nothing may count before the whole request was compared.
            if (checksum is not null || it.Received - stretch < options.Value.StretchBytes || it.Received == upload.Length)
            {
                return IncomingResult.Fine;
            }

            await flushed;
            if (!await AdvanceAsync(upload, stretch))
            {
                return IncomingResult.Lost;
            }

            await it.WrittenAsync();
            stretch = it.Received;
            flushed = Task.Run(() => blob.CommitAsync(CancellationToken.None), CancellationToken.None);
            return IncomingResult.Fine;
        }
    }

    /// <summary>When this returns, the received part survives a power cut. False as below.</summary>
    private async Task<bool> KeepAsync(Upload upload, BlobWriter blob, long to)
    {
        if (to > upload.Offset)
        {
            await blob.CommitAsync(CancellationToken.None);
        }

        if (!await AdvanceAsync(upload, to))
        {
            return false;
        }

        await log.FlushAsync();
        return true;
    }

    /// <summary>
    /// Moves the offset to where the bytes are on the disk. False when another request or server was faster, or when the upload is gone or
    /// may not continue; then nothing counts.
    /// </summary>
    private async Task<bool> AdvanceAsync(Upload upload, long to)
    {
        bool moved;
        var from = upload.Offset;
        if (to == from)
        {
            return true;
        }

        var expiresAt = time.GetUtcNow().UtcDateTime.AddHours(options.Value.ExpireHours);
        await using (var turn = await ingest.TakeAsync(db))
        {
            moved = await turn.Db.ExecuteAsync(Move, to, upload.Format, expiresAt, upload.Id, from) == 1;
        }

        if (!moved)
        {
            await removal.RemoveStrayAsync(upload.Id);
            return false;
        }

        upload.Advance(to, expiresAt);
        return true;
    }
}
