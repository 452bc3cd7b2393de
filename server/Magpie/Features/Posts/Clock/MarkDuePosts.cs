using Magpie.Core.Changes;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Magpie.Features.Posts.Clock;

/// <summary>
/// At the second of each post, and every minute: marks posts that are due, and due posts that nobody has published. This catches up on
/// everything missed while the server was down. It also sets the clocks for the next minutes, because a restart forgets them.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class MarkDuePosts(
    MagpieDbContext db,
    PostClock clock,
    PostPreparation preparation,
    IOptions<PostOptions> options,
    ChangeFeed changes,
    TimeProvider time
) : IJob
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await MarkAsync(ClockTransition.Missed(now, options.Value.MissedAfter), cancellationToken);
        await MarkAsync(ClockTransition.Due(now), cancellationToken);
        await SetClocksAsync(now, cancellationToken);
    }

    private async Task SetClocksAsync(DateTime now, CancellationToken ct)
    {
        var soon = now + Ahead;
        foreach (
            var post in await db
                .Posts.Where(p => p.State == PostState.Scheduled && p.ScheduledAt > now && p.ScheduledAt <= soon && p.DeletedAt == null)
                .Select(p => new { p.Id, p.ScheduledAt })
                .ToListAsync(ct)
        )
        {
            clock.Set(post.Id, post.ScheduledAt);
        }
    }

    /// <summary>Each row changes once, even when several servers try; a person's change at the same time wins.</summary>
    private async Task MarkAsync(ClockTransition transition, CancellationToken ct)
    {
        var ripe = await db
            .Posts.Where(transition.AppliesTo)
            .Select(p => new
            {
                p.Id,
                p.GroupId,
                p.Surface,
            })
            .ToListAsync(ct);
        foreach (var post in ripe)
        {
            var marked = await db
                .Posts.Where(transition.AppliesTo)
                .Where(p => p.Id == post.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, transition.To), ct);
            if (marked == 1)
            {
                changes.Publish(new(post.GroupId, ChangeKind.Post, ChangeAction.Changed, [post.Id], ["state"]));
                if (transition.To is PostState.Due)
                {
                    await preparation.PrepareAsync(post.Id, post.Surface, ct);
                }
            }
        }
    }
}
