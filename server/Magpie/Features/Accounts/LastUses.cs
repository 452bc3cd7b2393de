using System.Threading.Channels;
using Magpie.Platform.Database;

namespace Magpie.Features.Accounts;

/// <summary>
/// Records when something was last used, after the request that used it: reading then writes nothing, and no request fails or waits for
/// this.
/// </summary>
internal abstract class LastUses(TimeSpan exactness, IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger log)
    : BackgroundService
{
    private const int MaxRemembered = 10_000;

    private readonly Channel<Use> noted = Channel.CreateBounded<Use>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    protected void Note(Guid id, DateTime? lastUsedAt, string address = "")
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (lastUsedAt is null || now - lastUsedAt > exactness)
        {
            noted.Writer.TryWrite(new(id, now, address));
        }
    }

    protected abstract Task WriteAsync(MagpieDbContext db, Use use, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var written = new Dictionary<Guid, DateTime>();
        await foreach (var use in noted.Reader.ReadAllAsync(stoppingToken))
        {
            // Requests in parallel may all have read the row before the first of them wrote it.
            if (database.Damage is not null || (written.TryGetValue(use.Id, out var last) && use.At - last < exactness))
            {
                continue;
            }

            if (written.Count >= MaxRemembered)
            {
                written.Clear();
            }

            written[use.Id] = use.At;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await WriteAsync(scope.ServiceProvider.GetRequiredService<MagpieDbContext>(), use, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogDebug(error, "The last use of {Id} was not noted", use.Id);
            }
        }
    }

    protected sealed record Use(Guid Id, DateTime At, string Address);
}
