using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Imports;
using Magpie.Model.Media;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Imports;

/// <summary>
/// Lost: it was cancelled or taken over. ShareTaken: there is storage again once other uploads or imports of the member have ended.
/// </summary>
internal enum ImportReservation
{
    Made,
    Lost,
    StorageFull,
    ShareTaken,
}

/// <summary>
/// Writes what happens to an import while it runs. Each statement checks that the lease still holds; if not, the import was cancelled or
/// taken over, and the method returns false. The workspace's row is always locked before the import's, here and everywhere else.
/// </summary>
internal sealed class ImportLease(MagpieDbContext db, DiskReserve disk, ChangeFeed changes, TimeProvider time)
{
    /// <summary>Records the progress.</summary>
    public async Task<bool> NoteAsync(Import import, string name, MediaFormat? format, long received, long? total)
    {
        import.Advance(name, format, received, total);
        var noted = await Held(db, import).WriteProgressAsync(import);
        Tell(import);
        return noted;
    }

    /// <summary>Why its member may no longer add it; null when they may.</summary>
    public async Task<RuleViolation?> RefusalAsync(Import import) =>
        await db.Imports.Where(i => i.Id == import.Id).WithoutRight(db).AnyAsync() ? PermissionRefusals.CannotAddAnyMore : null;

    /// <summary>Reserves storage for it.</summary>
    /// <param name="isFirst">Later reservations are for bytes that have already arrived, so the member's share is not checked
    /// again.</param>
    public async Task<ImportReservation> ReserveAsync(Import import, long bytes, long? limit, bool isFirst)
    {
        // Leaving without a commit rolls everything back.
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (!await db.ReserveQuotaAsync(import.WorkspaceId, bytes, limit))
        {
            return ImportReservation.StorageFull;
        }

        if (isFirst && await db.FindExceededShareAsync(import.UserId, import.WorkspaceId, bytes, limit, () => disk.FreeBytes) is not null)
        {
            return ImportReservation.ShareTaken;
        }

        if (await Held(db, import).ExecuteUpdateAsync(set => set.SetProperty(i => i.ReservedBytes, i => i.ReservedBytes + bytes)) == 0)
        {
            return ImportReservation.Lost;
        }

        await transaction.CommitAsync();
        return ImportReservation.Made;
    }

    /// <summary>Runs in the transaction in which the file becomes an asset.</summary>
    /// <param name="within">The context of that transaction.</param>
    /// <param name="reserved">Everything that was reserved for it; what the file did not need is released.</param>
    public async Task<bool> CompleteAsync(MagpieDbContext within, Import import, long length, long reserved, Guid? duplicateOf)
    {
        if (
            !await Held(within, import)
                .ChangeAsync(
                    import,
                    after => after.Complete(length, duplicateOf, Now),
                    (set, after) => set.SetProperty(i => i.TotalBytes, after.TotalBytes)
                )
        )
        {
            return false;
        }

        await within.ReleaseQuotaAsync(import.WorkspaceId, reserved - length, CancellationToken.None);
        return true;
    }

    public Task<bool> FailAsync(Import import, RuleViolation because, long reserved) =>
        LeaveAsync(import, reserved, after => after.Fail(because, Now));

    /// <summary>The server stops, or storage has to be waited for: some server starts it again from the beginning.</summary>
    public Task<bool> GiveBackAsync(Import import, long reserved) => LeaveAsync(import, reserved, after => after.GiveBack());

    public void Tell(Import import) => changes.Publish(import.GroupId, ChangeKind.Import, ChangeAction.Changed, import.Id);

    private async Task<bool> LeaveAsync(Import import, long reserved, Action<Import> change)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.ReleaseQuotaAsync(import.WorkspaceId, reserved, CancellationToken.None);
            if (!await Held(db, import).ChangeAsync(import, change))
            {
                return false;
            }

            await transaction.CommitAsync();
        }

        Tell(import);
        return true;
    }

    private static IQueryable<Import> Held(MagpieDbContext db, Import import) => db.Imports.Where(Import.IsHeld(import.Id, import.Lease));

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
