using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;

namespace Magpie.Core.Lifecycle;

/// <summary>
/// Looks for bytes without an owner: everywhere if the last server did not stop cleanly, otherwise in one of 256 shards every five minutes.
/// So every shard is checked within a day, and even a library of a million files costs next to nothing.
/// </summary>
internal sealed class BlobSweep(
    IServiceScopeFactory scopes,
    DataFolder data,
    DatabaseState database,
    TimeProvider time,
    ILogger<BlobSweep> log
) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10),
        Turn = TimeSpan.FromMinutes(5),
        Grace = TimeSpan.FromDays(1);

    /// <summary>Before this server does anything else.</summary>
    private readonly DateTime start = time.GetUtcNow().UtcDateTime;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // In a damaged database a missing row proves nothing.
        await database.WaitUntilSoundAsync(stoppingToken);
        if (!data.EndedInOrder)
        {
            // Everything written before this start already has its row, or never will.
            while (!await TryAsync(BlobKeys.Shards, start, stoppingToken, afterCrash: true))
            {
                await Task.Delay(Again, time, stoppingToken);
            }
        }

        using var turns = new PeriodicTimer(Turn, time);
        while (await turns.WaitForNextTickAsync(stoppingToken))
        {
            var now = time.GetUtcNow().UtcDateTime;
            await TryAsync([BlobKeys.Shards[(int)(now.Ticks / Turn.Ticks % BlobKeys.Shards.Count)]], now - Grace, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(IEnumerable<string> shards, DateTime before, CancellationToken ct, bool afterCrash = false)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (ownerless, unflushed) = (
                scope.ServiceProvider.GetRequiredService<OwnerlessBlobs>(),
                scope.ServiceProvider.GetRequiredService<UnflushedBlobs>()
            );
            foreach (var shard in shards.TakeWhile(_ => database.Damage is null))
            {
                await ownerless.RemoveAsync(shard, before, ct);
                if (afterCrash)
                {
                    await unflushed.RemoveAsync(shard, before, ct);
                }
            }

            await ownerless.RemoveTransientAsync(time.GetUtcNow().UtcDateTime - Grace, ct);
            return true;
        }
        catch (Exception trouble) when (trouble is not (OperationCanceledException or OutOfMemoryException))
        {
            log.LogError(trouble, "Bytes without an owner could not be looked for; they will be again");
            return false;
        }
    }
}
