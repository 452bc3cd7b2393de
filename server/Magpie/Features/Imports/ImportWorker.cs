using System.Collections.Concurrent;
using System.Threading.Channels;
using Magpie.Model.Imports;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

/// <summary>
/// Runs as many imports as allowed. Not as jobs of the scheduler, which have one thread each, of which there are few: an import mostly
/// waits for a slow server, and takes no thread while it waits here.
/// </summary>
internal sealed class ImportWorker(
    IServiceScopeFactory scopes,
    DatabaseState database,
    DiskReserve disk,
    IOptions<ImportOptions> options,
    TimeProvider time,
    ILogger<ImportWorker> log
) : BackgroundService
{
    /// <summary>How often it renews its leases, and looks for imports that other servers have let go.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often it checks, while any run, whether their members may still add them: an import that waits for a slow server would not
    /// notice.
    /// </summary>
    private static readonly TimeSpan RightsPollInterval = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly ConcurrentDictionary<Guid, Running> running = new();

    /// <summary>There may be something to do.</summary>
    public void Wake() => calls.Writer.TryWrite(true);

    /// <summary>Its row is already gone, or its member may no longer add it; this only saves the rest of the download.</summary>
    public void Stop(Guid importId)
    {
        if (running.TryGetValue(importId, out var one))
        {
            one.Stop();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(leases => leases.TakeBackAsync(stoppingToken));
        var kept = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(async leases =>
            {
                if (kept == 0 || time.GetElapsedTime(kept) >= PollInterval)
                {
                    kept = time.GetTimestamp();
                    await leases.KeepAsync([.. running.Values.Select(one => one.Lease)]);
                }

                (await leases.WithoutRightAsync([.. running.Keys])).ForEach(Stop);
                while (
                    database.Damage is null
                    && !disk.IsFull
                    && running.Count < options.Value.MaxRunning
                    && await leases.TakeAsync(stoppingToken) is { } import
                )
                {
                    Start(import, stoppingToken);
                }
            });
            await WaitAsync(stoppingToken);
        }

        await Task.WhenAll(running.Values.Select(one => one.Ended));
    }

    private void Start(Import import, CancellationToken stoppingToken)
    {
        var one = new Running(import.Lease!.Value, stoppingToken);
        running[import.Id] = one;
        one.Begin(async ct =>
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ImportDownload>().RunAsync(import, ct);
            }
            catch (Exception error)
            {
                log.LogError(error, "Import {ImportId} could not be ended; it is begun again when its lease is over", import.Id);
            }
            finally
            {
                running.TryRemove(import.Id, out _);
                Wake();
            }
        });
    }

    private async Task TryAsync(Func<ImportLeases, Task> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider.GetRequiredService<ImportLeases>());
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
        catch (Exception error)
        {
            log.LogError(error, "Imports could not be looked for; they are again in a moment");
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var poll = new CancellationTokenSource(running.IsEmpty ? PollInterval : RightsPollInterval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(poll.Token, stoppingToken);
        try
        {
            await calls.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody called Wake.
        }
    }

    private sealed class Running(Guid lease, CancellationToken stoppingToken)
    {
        private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);

        public Guid Lease { get; } = lease;

        public Task Ended { get; private set; } = Task.CompletedTask;

        public void Begin(Func<CancellationToken, Task> work) =>
            Ended = Task.Run(
                async () =>
                {
                    await work(stop.Token);
                    stop.Dispose();
                },
                CancellationToken.None
            );

        public void Stop()
        {
            try
            {
                stop.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended.
            }
        }
    }
}
