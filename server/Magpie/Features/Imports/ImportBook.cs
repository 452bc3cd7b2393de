using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Magpie.Features.Imports;

/// <summary>
/// What becomes of an import while it runs. Each statement asks whether the lease still holds; where it does not, the import was
/// cancelled or taken over, and false says so. The workspace's row is always taken before the import's, here and wherever both are.
/// </summary>
internal sealed class ImportBook(MagpieDbContext db, ChangeFeed changes, TimeProvider time)
{
    /// <summary>How far it is.</summary>
    public async Task<bool> NoteAsync(Import import, string name, MediaFormat? format, long received, long? total)
    {
        var noted = await Held(db, import).ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Name, name)
            .SetProperty(i => i.Format, format)
            .SetProperty(i => i.ReceivedBytes, received)
            .SetProperty(i => i.TotalBytes, total)) == 1;
        Tell(import);
        return noted;
    }

    /// <summary>Promises storage to it. The violation says that there is no more.</summary>
    public async Task<(bool Held, bool Fits)> ReserveAsync(Import import, long bytes, long? limit)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await db.ReserveStorageAsync(import.WorkspaceId, bytes, limit))
        {
            return (true, false);
        }

        if (await Held(db, import).ExecuteUpdateAsync(set => set.SetProperty(i => i.ReservedBytes, i => i.ReservedBytes + bytes)) == 0)
        {
            return (false, false); // The transaction ends without a commit.
        }

        await transaction.CommitAsync();
        return (true, true);
    }

    /// <summary>Part of the transaction in which it becomes an asset.</summary>
    /// <param name="within">The context of that transaction.</param>
    /// <param name="reserved">All that was promised to it; what the file did not need is given back.</param>
    public async Task<bool> CloseAsync(MagpieDbContext within, Import import, long length, long reserved, Guid? duplicateOf)
    {
        var now = Now;
        if (await Held(within, import).ExecuteUpdateAsync(set => Ended(set, ImportState.Done, now)
            .SetProperty(i => i.ReceivedBytes, length)
            .SetProperty(i => i.TotalBytes, length)
            .SetProperty(i => i.DuplicateOfId, duplicateOf)) == 0)
        {
            return false;
        }

        await within.ReleaseStorageAsync(import.WorkspaceId, reserved - length, CancellationToken.None);
        return true;
    }

    public Task<bool> FailAsync(Import import, RuleViolation because, long reserved)
    {
        var now = Now;
        return LeaveAsync(import, reserved, set => Ended(set, ImportState.Failed, now)
            .SetProperty(i => i.FailureCode, because.Code)
            .SetProperty(i => i.FailureMessage, because.Message));
    }

    /// <summary>The server ends: the next one, or this one when it is back, begins it anew.</summary>
    public Task<bool> GiveBackAsync(Import import, long reserved) => LeaveAsync(import, reserved, set => set
        .SetProperty(i => i.State, ImportState.Waiting)
        .SetProperty(i => i.Attempts, i => i.Attempts - 1)
        .SetProperty(i => i.Lease, (Guid?)null)
        .SetProperty(i => i.LeaseUntil, (DateTime?)null)
        .SetProperty(i => i.ReservedBytes, 0L)
        .SetProperty(i => i.ReceivedBytes, 0L));

    public void Tell(Import import) => changes.Publish(import.GroupId, "import", ChangeAction.Changed, import.Id);

    private async Task<bool> LeaveAsync(Import import, long reserved, Action<UpdateSettersBuilder<Import>> change)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.ReleaseStorageAsync(import.WorkspaceId, reserved, CancellationToken.None);
            if (await Held(db, import).ExecuteUpdateAsync(change) == 0)
            {
                return false;
            }

            await transaction.CommitAsync();
        }

        Tell(import);
        return true;
    }

    private static UpdateSettersBuilder<Import> Ended(UpdateSettersBuilder<Import> set, ImportState state, DateTime now) => set
        .SetProperty(i => i.State, state)
        .SetProperty(i => i.EndedAt, now)
        .SetProperty(i => i.Lease, (Guid?)null)
        .SetProperty(i => i.LeaseUntil, (DateTime?)null)
        .SetProperty(i => i.ReservedBytes, 0L);

    private static IQueryable<Import> Held(MagpieDbContext db, Import import) => db.Imports.Where(i => i.Id == import.Id && i.State == ImportState.Running && i.Lease == import.Lease);

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
