using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Magpie.Features.Posts.Clock;

/// <summary>At the second of each post, and every minute for what was missed while the server was down: marks what is due, and what nobody has published.</summary>
[DisallowConcurrentExecution]
internal sealed class MarkDuePosts(MagpieDbContext db, IOptions<PostOptions> options, ChangeFeed changes, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await MarkAsync(PostState.Due, PostState.Missed, now - options.Value.MissedAfter, cancellationToken);
        await MarkAsync(PostState.Scheduled, PostState.Due, now, cancellationToken);
    }

    /// <summary>Each row changes once, whoever else is at it; who changed one meanwhile has their way.</summary>
    private async Task MarkAsync(PostState from, PostState to, DateTime until, CancellationToken ct)
    {
        var ripe = await db.Posts.Where(p => p.State == from && p.ScheduledAt <= until && p.DeletedAt == null).Select(p => new { p.Id, p.GroupId }).ToListAsync(ct);
        foreach (var post in ripe)
        {
            var marked = await db.Posts
                .Where(p => p.Id == post.Id && p.State == from && p.ScheduledAt <= until && p.DeletedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, to), ct);
            if (marked == 1)
            {
                changes.Publish(new(post.GroupId, "post", ChangeAction.Changed, [post.Id], ["state"]));
            }
        }
    }
}
