using Magpie.Core.Ingest;
using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Uploads;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Media.Inspection;
using Magpie.Platform.Outbound;
using Magpie.Platform.Storage;

namespace Magpie.Features.Imports;

/// <summary>Downloads one import and adds it like an upload. However it ends, bytes that no asset owns are removed.</summary>
internal sealed class ImportDownload(
    MagpieDbContext db,
    IBlobStore blobs,
    ImportSources sources,
    AssetIngest ingest,
    FormatPolicy formats,
    ImportLease lease,
    ImportQuota quota,
    DiskReserve disk,
    TimeProvider time,
    ILogger<ImportDownload> log
)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    private string name = "";
    private MediaFormat? format;

    /// <param name="ct">Ends when somebody cancels it, or the server stops.</param>
    public async Task RunAsync(Import import, CancellationToken ct)
    {
        name = import.Name;
        try
        {
            var refusal =
                await lease.RefusalAsync(import)
                ?? (import.Attempts > Import.MaxAttempts ? ImportProblems.Interrupted : await FetchAsync(import, ct));
            if (refusal is not null)
            {
                await lease.FailAsync(import, refusal, quota.Reserved);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // If it was cancelled, the row is gone and these change nothing.
            await (
                await lease.RefusalAsync(import) is { } refusal
                    ? lease.FailAsync(import, refusal, quota.Reserved)
                    : lease.GiveBackAsync(import, quota.Reserved)
            );
        }
        catch (OutboundException ended)
        {
            await lease.FailAsync(import, ImportSources.Refusal(import, ended.Fault, name), quota.Reserved);
        }
        catch (Exception full) when (Outages.Of(full) is Outage.DiskFull)
        {
            db.ChangeTracker.Clear();
            using var room = disk.Lend();
            await lease.FailAsync(import, ImportProblems.DiskFull, quota.Reserved);
        }
        catch (Exception error) when (Outages.Of(error) is not Outage.DatabaseUnavailable)
        {
            log.LogError(error, "Import {ImportId} failed", import.Id);
            db.ChangeTracker.Clear();
            await lease.FailAsync(import, ImportProblems.OurFault, quota.Reserved);
        }
    }

    private async Task<RuleViolation?> FetchAsync(Import import, CancellationToken ct)
    {
        var (opened, closed) = await sources.OpenAsync(import, ct);
        if (opened is null)
        {
            return closed;
        }

        using var answer = opened;
        if (!import.IsNamed && (answer.FileName ?? ImportSources.NameOf(answer.Address)) is { } told)
        {
            // A server may send a path as the name; in a cloud, what a person called the file is a name.
            name = import.Origin is AssetOrigin.Url ? FileNames.CleanOfPath(told) : FileNames.Clean(told);
        }

        var key = BlobKeys.Original(import.Id, import.Lease!.Value);
        using var hash = new RunningHash();
        var kept = false;
        try
        {
            var received = await ReceiveAsync(import, answer, key, hash, ct);
            if (!received.GoesOn)
            {
                return received.Refusal; // None where it was lost: then there is nobody to tell anything.
            }

            (kept, var refusal) = await LetInAsync(import, key, hash, ct);
            return refusal;
        }
        finally
        {
            if (!kept)
            {
                await ingest.DiscardAsync(import.Id, key);
            }
        }
    }

    private async Task<IncomingResult> ReceiveAsync(
        Import import,
        OutboundAnswer answer,
        string key,
        RunningHash hash,
        CancellationToken ct
    )
    {
        await using var blob = await blobs.CreateAsync(key, ct);
        var noted = 0L;
        var incoming = new IncomingStream(
            formats,
            room => new(hash.Offset == 0 ? answer.FillAsync(room[..FormatSniffer.BytesNeeded]) : answer.ReadAsync(room)),
            blob,
            hash
        )
        {
            WorkspaceId = import.WorkspaceId,
            Name = name,
            Announced = answer.DeclaredLength is > 0 and var declared ? declared : null,
            Reserve = it => quota.ReserveAsync(import, it.Received, answer.DeclaredLength, ct),
            Note = HeartbeatAsync,
        };
        var result = await incoming.ReceiveAsync(ct);
        format = incoming.Format;
        if (result.GoesOn)
        {
            await blob.CommitAsync(ct);
        }

        return result;

        async Task<IncomingResult> HeartbeatAsync(IncomingStream it)
        {
            if (noted != 0 && time.GetElapsedTime(noted) < Heartbeat)
            {
                return IncomingResult.Fine;
            }

            (noted, format) = (time.GetTimestamp(), it.Format);
            return await NoteAsync(import, it.Received, TotalOf(import, answer))
                ? new(IsHeld: true, await lease.RefusalAsync(import))
                : IncomingResult.Lost;
        }
    }

    /// <summary>Not kept and no refusal: it was cancelled, or taken over by another server.</summary>
    private async Task<(bool Kept, RuleViolation? Refusal)> LetInAsync(Import import, string key, RunningHash hash, CancellationToken ct)
    {
        var length = hash.Offset;
        var file = new IncomingFile(
            import.Id,
            import.WorkspaceId,
            import.GroupId,
            import.UserId,
            name,
            length,
            import.Labels,
            import.StartsAsDraft,
            import.Origin,
            key,
            import.Origin is AssetOrigin.Url ? import.Address : null,
            import.TokenId is { } token ? [token] : null
        );
        var (found, refusal) = await ingest.EvaluateAsync(file, format, ct);
        if (refusal is not null || !await NoteAsync(import, length, length))
        {
            return (false, refusal);
        }

        (var kept, refusal) = await ingest.CompleteAsync(
            file,
            found,
            hash.Finish(),
            (within, duplicateOf) => lease.CompleteAsync(within, import, length, quota.Reserved, duplicateOf)
        );
        if (!kept)
        {
            return (false, refusal);
        }

        ingest.Announce(file, found);
        lease.Tell(import);
        return (true, null);
    }

    /// <summary>When a cloud sends no length, its list has given it before.</summary>
    private static long? TotalOf(Import import, OutboundAnswer answer) =>
        answer.DeclaredLength ?? (import.Origin is AssetOrigin.Url ? null : import.TotalBytes);

    private Task<bool> NoteAsync(Import import, long received, long? total) => lease.NoteAsync(import, name, format, received, total);
}
