using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Magpie.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Magpie.Features.Library;

/// <summary>
/// Nothing stays in processing for ever: every minute, and at start, asks again for what nobody began or finished in time, and
/// fails what was begun too often.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class ProcessingWatchdog(MagpieDbContext db, AssetQueue queue, ChangeFeed changes, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("processing-watchdog");
    private const int Batch = 500;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        while (await db.Assets.Where(a => a.DueAt < now).OrderBy(a => a.DueAt).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } overdue)
        {
            foreach (var asset in overdue)
            {
                Rescue(asset, now);
            }

            await db.SaveChangesAsync(cancellationToken);
            foreach (var asset in overdue)
            {
                if (asset.Status is AssetStatus.Processing)
                {
                    queue.Enqueue(asset.Id);
                }

                changes.Publish(asset.GroupId, "asset", ChangeAction.Changed, asset.Id);
            }

            db.ChangeTracker.Clear();
        }
    }

    private static void Rescue(Asset asset, DateTime now)
    {
        if (asset.Attempts == 0 || asset.MissAttempt("Processing was begun several times and never came to an end. The file may be too demanding for this server; retry, or upload it smaller.", now) is not null)
        {
            asset.AwaitProcessing(now);
        }
    }
}
