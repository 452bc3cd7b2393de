using Magpie.Platform.Database;
using Quartz;

namespace Magpie.Features.Operations;

/// <summary>Jobs delete files because a row says so, or because no row names them. In a damaged database neither can be trusted.</summary>
internal sealed class StopWorkOnDamage(DatabaseState database, ISchedulerFactory schedulers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WaitForDamageAsync(stoppingToken);
        await (await schedulers.GetScheduler(stoppingToken)).Standby(stoppingToken);
    }
}
