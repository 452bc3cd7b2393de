using Magpie.Core.Changes;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Magpie.Features.Posts.Clock;

/// <summary>At every start and every day: where a country has changed its clocks by law, what is planned keeps its wall time.</summary>
[DisallowConcurrentExecution]
internal sealed class KeepWallTimes(MagpieDbContext db, PostClock clock, ChangeFeed changes, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("keep-wall-times");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Or it would go on by the rules that the system had at the start.
        TimeZoneInfo.ClearCachedData();
        var now = time.GetUtcNow().UtcDateTime;
        var planned = await db
            .Posts.Where(p => (p.State == PostState.Scheduled || p.State == PostState.Draft) && p.ScheduledAt > now && p.DeletedAt == null)
            .ToListAsync(cancellationToken);
        foreach (var post in planned)
        {
            if (
                PostTime.FindZone(post.TimeZone!) is not { } zone
                || PostTime.Plan(post.LocalTime!.Value, zone, post.SecondOfTwo) is var then && then.Utc == post.ScheduledAt
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
                // Whoever changed it meanwhile has their way; the next round sees to it.
                db.Entry(post).State = EntityState.Detached;
                continue;
            }

            clock.Set(post.Id, post.State is PostState.Scheduled ? post.ScheduledAt : null);
            changes.Publish(post.GroupId, ChangeKind.Post, ChangeAction.Changed, post.Id);
        }
    }
}
