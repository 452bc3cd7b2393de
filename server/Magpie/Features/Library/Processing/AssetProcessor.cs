using Magpie.Core.Ingest;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Media;
using Magpie.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Library.Processing;

/// <summary>
/// Processes what waits: as many pictures at once as there are decoders, and one more that is being fetched or stored meanwhile; and as
/// many videos separately, so that they do not hold up pictures. At the start and every minute it asks for everything that is due, so that
/// nothing stays in processing forever.
/// </summary>
internal sealed class AssetProcessor(
    AssetQueue queue,
    IServiceScopeFactory scopes,
    DatabaseState database,
    DiskReserve disk,
    IOptions<MediaOptions> options,
    TimeProvider time,
    ILogger<AssetProcessor> log
) : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Paused)
        {
            log.LogWarning("Nothing is processed while {Key} is set", $"{MediaOptions.Section}:{nameof(MediaOptions.Paused)}");
            return Task.CompletedTask;
        }

        var workers = options.Value.WorkerCount;
        return Task.WhenAll([
            PollAsync(stoppingToken),
            .. Enumerable.Range(0, workers + 1).Select(_ => WorkAsync(MediaKind.Image, stoppingToken)),
            .. Enumerable.Range(0, workers).Select(_ => WorkAsync(MediaKind.Video, stoppingToken)),
        ]);
    }

    private async Task WorkAsync(MediaKind kind, CancellationToken ct)
    {
        while (true)
        {
            var (assetId, wanted) = await queue.TakeAsync(kind, ct);
            // Without disk space an attempt would only fail.
            await disk.WaitForRoomAsync(ct);
            if (database.Damage is not null)
            {
                return; // What its rows say is not to be believed.
            }

            var again = await ProcessAsync(assetId, wanted);
            queue.Finish(assetId, kind);
            if (again is { } at)
            {
                _ = EnqueueAtAsync(assetId, kind, at, ct);
            }
        }
    }

    /// <summary>When to try again; null when it is done.</summary>
    private async Task<DateTime?> ProcessAsync(Guid assetId, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ProcessAsset>().RunAsync(assetId, ct);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            if (!ct.IsCancellationRequested)
            {
                log.LogError(error, "Asset {AssetId} could not be processed", assetId);
            }

            return await InterruptAsync(assetId);
        }
    }

    /// <summary>
    /// However the attempt ended, the row must not say that somebody is working on it. If even that cannot be written, the next poll takes
    /// care of it.
    /// </summary>
    private async Task<DateTime?> InterruptAsync(Guid assetId)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ProcessAsset>().InterruptAsync(assetId);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            log.LogWarning("Asset {AssetId} could not be given back: {Reason}", assetId, error.Message);
            return time.GetUtcNow().UtcDateTime + PollInterval;
        }
    }

    private async Task EnqueueAtAsync(Guid assetId, MediaKind kind, DateTime at, CancellationToken ct)
    {
        try
        {
            var wait = at - time.GetUtcNow().UtcDateTime;
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, ct);
            queue.Enqueue(assetId, kind);
        }
        catch (OperationCanceledException)
        {
            // The server stops; it asks for this at the next start.
        }
    }

    private async Task PollAsync(CancellationToken ct)
    {
        var resumed = false;
        using var minute = new PeriodicTimer(PollInterval, time);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var due = scope.ServiceProvider.GetRequiredService<DueAssets>();
                if (!resumed)
                {
                    await due.ResumeAsync(ct);
                    resumed = true;
                }

                await due.EnqueueAsync(ct);
            }
            catch (Exception error) when (error is not (OutOfMemoryException or OperationCanceledException))
            {
                log.LogError(error, "Assets that are due could not be looked for; they are again in a minute");
            }
        } while (await minute.WaitForNextTickAsync(ct));
    }
}
