using System.Data.Common;
using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Events;

/// <summary>Whether a stream may go on, asked anew at each beat: it outlives by hours the request that was let in.</summary>
internal sealed class StreamRights(IServiceScopeFactory scopes, ILogger<StreamRights> log)
{
    /// <summary>The groups that the caller hears of now; null where the stream must end.</summary>
    public async Task<HashSet<Guid>?> LookAgainAsync(Caller caller, HashSet<Guid> groups, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MagpieDbContext>();
            if (!await db.IsStillInAsync(caller, ct))
            {
                return null;
            }

            var now = await db.MembershipsOf(caller).Select(m => m.GroupId).ToHashSetAsync(ct);
            return now.IsSupersetOf(groups) ? now : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception trouble)
            when (trouble is DbException or TimeoutException or InvalidOperationException { InnerException: DbException })
        {
            // Nobody learns anything new while the database is away, and the page says so by itself.
            log.LogDebug(trouble, "Whether an event stream may go on could not be asked");
            return groups;
        }
    }
}
