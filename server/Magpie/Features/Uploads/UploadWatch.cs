using Magpie.Core.Access;
using Magpie.Model.Uploads;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Uploads;

/// <summary>
/// Once a second, for all requests that send bytes: ends those whose member may no longer add files or has signed out, and those whose
/// upload was cancelled, even while nothing arrives. Also extends the expiry of uploads that receive bytes, however long it takes until the
/// bytes count.
/// </summary>
internal sealed class UploadWatch(
    IServiceScopeFactory scopes,
    UploadLocks locks,
    IOptions<UploadOptions> options,
    TimeProvider time,
    ILogger<UploadWatch> log
) : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Heartbeat, time);
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            if (locks.Sending() is not { Count: > 0 } sending)
            {
                continue;
            }

            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<MagpieDbContext>();
                await EndAsync(db, sending, stoppingToken);
                await ProlongAsync(db, [.. sending.Where(turn => turn is { HasBytes: true, IsProlonged: false })]);
            }
            catch (Exception trouble) when (trouble is not (OperationCanceledException or OutOfMemoryException))
            {
                // Completing an upload checks the rights again, so nothing gets in through this gap.
                log.LogWarning(trouble, "Uploads under way could not be looked at; they are again in a second");
            }
        }
    }

    private static async Task EndAsync(MagpieDbContext db, List<UploadLocks.Turn> sending, CancellationToken ct)
    {
        List<Guid> ids = [.. sending.Select(turn => turn.UploadId)];
        var unwanted = await db
            .Uploads.Where(u => ids.Contains(u.Id) && u.State == UploadState.Cancelled)
            .Select(u => u.Id)
            .ToHashSetAsync(ct);
        unwanted.UnionWith(
            await db
                .Uploads.Where(u => ids.Contains(u.Id) && u.State == UploadState.Receiving)
                .WithoutRight(db)
                .Select(u => u.Id)
                .ToListAsync(ct)
        );
        foreach (var turn in sending)
        {
            if (unwanted.Contains(turn.UploadId) || !await db.IsStillInAsync(turn.Sender!, ct))
            {
                await turn.AskToEndAsync();
            }
        }
    }

    private async Task ProlongAsync(MagpieDbContext db, List<UploadLocks.Turn> begun)
    {
        if (begun.Count == 0)
        {
            return;
        }

        var until = time.GetUtcNow().UtcDateTime.AddHours(options.Value.ExpireHours);
        List<Guid> ids = [.. begun.Select(turn => turn.UploadId)];
        await db
            .Uploads.Where(u => ids.Contains(u.Id) && u.State == UploadState.Receiving && u.ExpiresAt < until)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.ExpiresAt, until), CancellationToken.None);
        begun.ForEach(turn => turn.IsProlonged = true);
    }
}
