using System.Data.Common;
using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Events;

/// <summary>Whether a stream may go on, checked again at each heartbeat: it outlives the request that was let in by hours.</summary>
internal sealed class StreamRights(IServiceScopeFactory scopes, ILogger<StreamRights> log)
{
    /// <summary>The groups whose changes the caller now receives; null when the stream must end.</summary>
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
            // While the database is away nothing new can be leaked, and the page shows the trouble by itself.
            log.LogDebug(trouble, "Whether an event stream may go on could not be asked");
            return groups;
        }
    }
}
