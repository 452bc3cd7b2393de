using Magpie.Core.Ingest;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Processing;

/// <summary>Assets that a crash, a stop or an outage left unprocessed.</summary>
internal sealed class DueAssets(MagpieDbContext db, AssetQueue queue, TimeProvider time)
{
    /// <summary>Nothing runs at the start, so whatever was being processed when the server stopped is due at once.</summary>
    public Task ResumeAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db
            .Assets.Where(a => a.Status == AssetStatus.Processing && a.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.DueAt, now).SetProperty(a => a.Interruptions, a => a.Interruptions + 1), ct);
    }

    public async Task EnqueueAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var due = db.Assets.Where(a => a.DueAt <= now).OrderBy(a => a.DueAt).Select(a => new { a.Id, a.Kind });
        await foreach (var asset in due.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!queue.IsUnderWay(asset.Id))
            {
                queue.Enqueue(asset.Id, asset.Kind);
            }
        }
    }
}
