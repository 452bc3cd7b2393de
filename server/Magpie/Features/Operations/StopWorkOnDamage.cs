using Magpie.Platform.Database;
using Quartz;

namespace Magpie.Features.Operations;

/// <summary>Jobs take files away because a row says so, or because none does. In a damaged database neither is to be believed.</summary>
internal sealed class StopWorkOnDamage(DatabaseState database, ISchedulerFactory schedulers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitForDamageAsync(stoppingToken);
        await (await schedulers.GetScheduler(stoppingToken)).Standby(stoppingToken);
    }
}
