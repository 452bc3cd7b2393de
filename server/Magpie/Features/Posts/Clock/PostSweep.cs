using Magpie.Features.Posts.Publishing;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Magpie.Features.Posts.Clock;

/// <summary>Every hour: removes posts that were deleted long ago, and old files for publishing.</summary>
[DisallowConcurrentExecution]
internal sealed class PostSweep(MagpieDbContext db, PublishFiles files, IOptions<PostOptions> options, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("post-sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-options.Value.KeepDeletedDays);
        await db.Posts.Where(p => p.DeletedAt < before).ExecuteDeleteAsync(cancellationToken);
        await files.RemoveOldAsync(cancellationToken);
    }
}
