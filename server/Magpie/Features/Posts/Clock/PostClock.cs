using System.Threading.Channels;
using Quartz;

namespace Magpie.Features.Posts.Clock;

/// <summary>
/// A trigger for each post that waits for its time. The post's row says when that is; the trigger only wakes <c>MarkDuePosts</c> at the
/// right second. So setting it costs a request no time, and one lost to a crash is made up for by that job's run every minute.
/// </summary>
internal sealed class PostClock(ISchedulerFactory schedulers, ILogger<PostClock> log) : BackgroundService
{
    public static readonly JobKey Job = new("mark-due-posts");
    private const string Group = "posts";

    private readonly Channel<(Guid PostId, DateTime? At)> asked = Channel.CreateUnbounded<(Guid, DateTime?)>();

    /// <param name="at">In UTC; null when the post no longer waits.</param>
    public void Set(Guid postId, DateTime? at) => asked.Writer.TryWrite((postId, at));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await foreach (var (postId, at) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            var key = new TriggerKey(postId.ToString("n"), Group);
            try
            {
                if (at is { } moment)
                {
                    await scheduler.ScheduleTrigger(
                        TriggerBuilder.Create().ForJob(Job).WithIdentity(key).StartAt(moment).Build(),
                        TriggerConflict.Replace,
                        stoppingToken
                    );
                }
                else
                {
                    await scheduler.UnscheduleJob(key, stoppingToken);
                }
            }
            catch (SchedulerException error)
            {
                log.LogError(error, "The clock of post {PostId} could not be set; MarkDuePosts catches up within a minute", postId);
            }
        }
    }
}
