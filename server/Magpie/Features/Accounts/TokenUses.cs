using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts;

internal sealed class TokenUses(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<TokenUses> log)
    : LastUses(TimeSpan.FromMinutes(1), scopes, database, time, log)
{
    public void Note(AccessToken token) => Note(token.Id, token.LastUsedAt);

    protected override Task WriteAsync(MagpieDbContext db, Use use, CancellationToken ct) =>
        db.AccessTokens.Where(t => t.Id == use.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, use.At), ct);
}
