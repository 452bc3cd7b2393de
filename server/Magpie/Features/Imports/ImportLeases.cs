using Magpie.Core.Access;
using Magpie.Core.Lifecycle;
using Magpie.Core.Quota;
using Magpie.Model.Imports;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Imports;

/// <summary>Hands out imports one at a time, so that one member's many do not keep out another's only one.</summary>
internal sealed class ImportLeases(MagpieDbContext db, BlobRemover remover, IOptions<ImportOptions> options, TimeProvider time)
{
    /// <summary>
    /// How long a running import stays with its server after the last heartbeat; several poll intervals of <see cref="ImportWorker"/>.
    /// </summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    /// <summary>The oldest import whose member and workspace may have another one running; null when there is none.</summary>
    public async Task<Import?> TakeAsync(CancellationToken ct)
    {
        while (await NextAsync(ct) is { } next)
        {
            if (await ClaimAsync(next) is { } lease)
            {
                return await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == next.Id && i.Lease == lease, ct);
            }
        }

        return null;
    }

    /// <summary>Only one server uses a SQLite file, so whatever is marked as running at its start was cut off.</summary>
    public async Task TakeBackAsync(CancellationToken ct)
    {
        if (db is SqliteMagpieDbContext)
        {
            await db
                .Imports.Where(i => i.State == ImportState.Running)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.LeaseUntil, DateTime.UnixEpoch), ct);
        }
    }

    /// <summary>Extends the leases of imports that this server runs.</summary>
    public async Task KeepAsync(IReadOnlyCollection<Guid> leases)
    {
        if (leases.Count > 0)
        {
            var until = time.GetUtcNow().UtcDateTime + Lease;
            await db
                .Imports.Where(i => i.State == ImportState.Running && i.Lease != null && leases.Contains(i.Lease.Value))
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.LeaseUntil, until));
        }
    }

    /// <summary>Those of these imports whose member may no longer add them.</summary>
    public Task<List<Guid>> WithoutRightAsync(IReadOnlyCollection<Guid> imports) =>
        imports.Count == 0
            ? Task.FromResult<List<Guid>>([])
            : db.Imports.Where(i => imports.Contains(i.Id)).WithoutRight(db).Select(i => i.Id).ToListAsync();

    private async Task<Import?> NextAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (perMember, perWorkspace) = (options.Value.MaxRunningPerMember, options.Value.MaxRunningPerWorkspace);
        var running = db.Imports.Where(Import.IsRunning(now));
        return await db
            .Imports.AsNoTracking()
            .Where(Import.MayBegin(now))
            .Where(i =>
                running.Count(r => r.UserId == i.UserId) < perMember && running.Count(r => r.WorkspaceId == i.WorkspaceId) < perWorkspace
            )
            .OrderBy(i => i.Id)
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>Null when another server was faster, or the limits are reached.</summary>
    private async Task<Guid?> ClaimAsync(Import next)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var lease = Guid.CreateVersion7();
        List<BlobRemoval> leftOver = [];
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            // Locks the workspace's row, so that when two servers count, the second one sees what the first has taken.
            await db.ReleaseQuotaAsync(next.WorkspaceId, next.ReservedBytes, CancellationToken.None);
            var running = db.Imports.Where(Import.IsRunning(now));
            if (
                await running.CountAsync(r => r.UserId == next.UserId) >= options.Value.MaxRunningPerMember
                || await running.CountAsync(r => r.WorkspaceId == next.WorkspaceId) >= options.Value.MaxRunningPerWorkspace
            )
            {
                return null;
            }

            if (!await db.Imports.Where(next.IsUnchanged()).ChangeAsync(next, after => after.Begin(lease, now + Lease)))
            {
                return null;
            }

            if (next.State is ImportState.Running)
            {
                leftOver = [new() { Key = BlobKeys.Original(next.Id, next.Lease!.Value) }];
                db.BlobRemovals.AddRange(leftOver);
                await db.SaveChangesAsync();
            }

            await transaction.CommitAsync();
            db.ChangeTracker.Clear();
        }

        await remover.RemoveAsync(leftOver);
        return lease;
    }
}
