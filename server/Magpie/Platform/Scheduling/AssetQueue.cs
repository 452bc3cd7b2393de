using System.Threading.Channels;
using Quartz;

namespace Magpie.Platform.Scheduling;

/// <summary>
/// Asks for assets to be processed. The asset's row says that it must be; the trigger in Quartz only says when. So asking
/// takes no time from an upload: triggers are written behind it, and one lost to a crash is asked for again by the sweep.
/// </summary>
internal sealed class AssetQueue(ISchedulerFactory schedulers, TimeProvider time, ILogger<AssetQueue> log) : BackgroundService
{
    public static readonly JobKey Job = new("process-asset");
    public const string AssetId = "assetId";

    private readonly Channel<(Guid AssetId, DateTimeOffset At)> asked = Channel.CreateUnbounded<(Guid, DateTimeOffset)>();

    /// <summary>Asking again for an asset that waits already changes nothing.</summary>
    public void Enqueue(Guid assetId) => asked.Writer.TryWrite((assetId, time.GetUtcNow()));

    public void EnqueueAt(Guid assetId, DateTime at) => asked.Writer.TryWrite((assetId, at));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        await foreach (var (assetId, at) in asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await scheduler.ScheduleTrigger(TriggerOf(assetId, at), TriggerConflict.Keep, stoppingToken);
            }
            catch (SchedulerException error)
            {
                log.LogError(error, "Asset {AssetId} could not be queued; the sweep asks again", assetId);
            }
        }
    }

    private static ITrigger TriggerOf(Guid assetId, DateTimeOffset at) => TriggerBuilder.Create()
        .ForJob(Job)
        .WithIdentity(assetId.ToString("n"))
        .UsingJobData(AssetId, assetId.ToString("n"))
        .StartAt(at)
        .Build();
}
