using System.Threading.Channels;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

/// <summary>
/// Notes when tokens were last used, behind the requests that use them: reading writes nothing, and no request fails or waits because
/// this could not be written. Once a minute is exact enough.
/// </summary>
internal sealed class TokenUses(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<TokenUses> log) : BackgroundService
{
    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    private readonly Channel<(Guid TokenId, DateTime At)> noted = Channel.CreateBounded<(Guid, DateTime)>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Note(Guid tokenId, DateTime? lastUsedAt)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (lastUsedAt is null || now - lastUsedAt > Exactness)
        {
            noted.Writer.TryWrite((tokenId, now));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var written = new Dictionary<Guid, DateTime>();
        await foreach (var (tokenId, at) in noted.Reader.ReadAllAsync(stoppingToken))
        {
            // Many at once find the row as it was before the first of them.
            if (database.Damage is not null || (written.TryGetValue(tokenId, out var last) && at - last < Exactness))
            {
                continue;
            }

            written[tokenId] = at;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<MagpieDbContext>();
                await db.AccessTokens.Where(t => t.Id == tokenId).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, at), stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogDebug(error, "The last use of token {TokenId} was not noted", tokenId);
            }
        }
    }
}
