using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Accounts.Sessions;

internal sealed class SessionUses(IServiceScopeFactory scopes, DatabaseState database, TimeProvider time, ILogger<SessionUses> log)
    : LastUses(TimeSpan.FromMinutes(5), scopes, database, time, log)
{
    public void Note(Session session, HttpContext http) => Note(session.Id, session.LastSeenAt, SessionStore.AddressOf(http));

    protected override Task WriteAsync(MagpieDbContext db, Use use, CancellationToken ct) =>
        db
            .Sessions.Where(s => s.Id == use.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, use.At).SetProperty(s => s.Address, use.Address), ct);
}
