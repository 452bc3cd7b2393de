using Magpie.Core.Ingest;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports;

/// <summary>
/// The storage reserved for one running import: first what the other server declares; if that is wrong or missing, a step at a time as
/// bytes arrive.
/// </summary>
internal sealed class ImportQuota(MagpieDbContext db, ImportLease lease, PlanCatalog plans, TimeProvider time)
{
    private const long Step = 4_000_000;
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long the other server is kept waiting. After that the import goes back to the queue and asks again when its turn comes.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private long? limit;
    private bool knowsLimit;

    public long Reserved { get; private set; }

    /// <returns>Lost when it was cancelled, taken over or given back, so that there is nobody to tell.</returns>
    public async Task<IncomingResult> ReserveAsync(Import import, long received, long? declared, CancellationToken ct)
    {
        if (received <= Reserved)
        {
            return IncomingResult.Fine;
        }

        if (!knowsLimit)
        {
            limit = plans[await db.Workspaces.Where(w => w.Id == import.WorkspaceId).Select(w => w.Plan).SingleAsync(ct)].StorageBytes;
            knowsLimit = true;
        }

        var since = time.GetTimestamp();
        while (true)
        {
            switch (await TryAsync(import, received, declared))
            {
                case ImportReservation.Made:
                    return IncomingResult.Fine;
                case ImportReservation.Lost:
                    return IncomingResult.Lost;
                case ImportReservation.StorageFull:
                    return IncomingResult.Refused(await FullAsync(import, Math.Max(received, declared ?? 0)));
                case ImportReservation.ShareTaken when await lease.RefusalAsync(import) is { } refusal:
                    return IncomingResult.Refused(refusal);
                case ImportReservation.ShareTaken when time.GetElapsedTime(since) >= Timeout:
                    await lease.GiveBackAsync(import, Reserved);
                    return IncomingResult.Lost;
                default:
                    await Task.Delay(Again, time, ct);
                    break;
            }
        }
    }

    private async Task<ImportReservation> TryAsync(Import import, long received, long? declared)
    {
        // The last step of a file that just fits may exceed what is left; only what has arrived must be reserved.
        var answer = ImportReservation.StorageFull;
        foreach (var wanted in (long[])[Math.Max(received, Reserved == 0 && declared is { } told ? told : Reserved + Step), received])
        {
            answer = await lease.ReserveAsync(import, wanted - Reserved, limit, isFirst: Reserved == 0);
            if (answer is ImportReservation.Made)
            {
                Reserved = wanted;
            }

            if (answer is not ImportReservation.StorageFull)
            {
                break;
            }
        }

        return answer;
    }

    private async Task<RuleViolation> FullAsync(Import import, long needed)
    {
        var now = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == import.WorkspaceId);
        return StorageRules.Full(now.StorageBytes + now.ReservedBytes - Reserved, limit!.Value, needed);
    }
}
