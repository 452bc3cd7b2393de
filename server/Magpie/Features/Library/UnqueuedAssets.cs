using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>At start, asks for every asset that nobody has begun to process: the crash may have come between its row and its job.</summary>
internal sealed class UnqueuedAssets(IServiceScopeFactory scopes, AssetQueue queue) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MagpieDbContext>();
        var unqueued = db.Assets
            .Where(a => a.DueAt != null && a.Status == AssetStatus.Processing && a.Attempts == 0)
            .OrderBy(a => a.DueAt)
            .Select(a => a.Id);
        await foreach (var assetId in unqueued.AsAsyncEnumerable().WithCancellation(stoppingToken))
        {
            queue.Enqueue(assetId);
        }
    }
}
