using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Uploads;
using Magpie.Platform;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports;

/// <summary>
/// The storage that one running import has been promised: at first what the other server declares, and where that was wrong, or
/// nothing, a step at a time as the bytes come.
/// </summary>
internal sealed class ImportStorage(MagpieDbContext db, ImportBook book, PlanCatalog plans)
{
    private const long Step = 4_000_000;

    private long? limit;
    private bool knowsLimit;

    public long Reserved { get; private set; }

    public async Task<(bool Held, RuleViolation? Full)> ReserveAsync(Import import, long received, long? declared)
    {
        if (received <= Reserved)
        {
            return (true, null);
        }

        if (!knowsLimit)
        {
            limit = plans[await db.Workspaces.Where(w => w.Id == import.WorkspaceId).Select(w => w.Plan).SingleAsync()].StorageBytes;
            knowsLimit = true;
        }

        // The last step of a file that just fits may be larger than what is left; what has come is what must be promised.
        foreach (var wanted in (long[])[Math.Max(received, Reserved == 0 && declared is { } told ? told : Reserved + Step), received])
        {
            var (held, fits) = await book.ReserveAsync(import, wanted - Reserved, limit);
            if (!held || fits)
            {
                Reserved = fits ? wanted : Reserved;
                return (held, null);
            }
        }

        return (true, await FullAsync(import, Math.Max(received, declared ?? 0)));
    }

    private async Task<RuleViolation> FullAsync(Import import, long needed)
    {
        var now = await db.Workspaces.AsNoTracking().SingleAsync(w => w.Id == import.WorkspaceId);
        return StorageRules.Full(now.StorageBytes + now.ReservedBytes - Reserved, limit!.Value, needed);
    }
}
