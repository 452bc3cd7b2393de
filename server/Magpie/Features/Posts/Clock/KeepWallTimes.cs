using Magpie.Core.Changes;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Magpie.Features.Posts.Clock;

/// <summary>At every start and every day: when a country changes its time rules, planned posts keep their wall time.</summary>
[DisallowConcurrentExecution]
internal sealed class KeepWallTimes(MagpieDbContext db, PostClock clock, ChangeFeed changes, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("keep-wall-times");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Otherwise it would use the time zone data from the start of the process.
        TimeZoneInfo.ClearCachedData();
        var now = time.GetUtcNow().UtcDateTime;
        var planned = await db
            .Posts.Where(p => (p.State == PostState.Scheduled || p.State == PostState.Draft) && p.ScheduledAt > now && p.DeletedAt == null)
            .ToListAsync(cancellationToken);
        foreach (var post in planned)
        {
            if (
                PostTime.FindZone(post.TimeZone!) is not { } zone
                || PostTime.Plan(post.LocalTime!.Value, zone, post.LaterOccurrence) is var then && then.Utc == post.ScheduledAt
            )
            {
                continue;
            }

            post.SetPlannedTime(then);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else changed it; the next run takes care of it.
                db.Entry(post).State = EntityState.Detached;
                continue;
            }

            clock.Set(post.Id, post.State is PostState.Scheduled ? post.ScheduledAt : null);
            changes.Publish(post.GroupId, ChangeKind.Post, ChangeAction.Changed, post.Id);
        }
    }
}
