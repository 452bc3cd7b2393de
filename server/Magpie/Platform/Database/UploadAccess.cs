using Magpie.Model.Accounts;
using Magpie.Model.Billing;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Platform.Database;

/// <summary>Where somebody uploads to, and all that decides whether they may.</summary>
/// <param name="OpenUploads">Of theirs, wherever they go.</param>
internal sealed record UploadPlace(Guid GroupId, GroupRole Role, Guid WorkspaceId, PlanName Plan, int OpenUploads);

/// <summary>An upload belongs to the person who began it; for anyone else it is not there.</summary>
internal static class UploadAccess
{
    // Compiled, as every upload asks them; see AssetRows.
    private static readonly Func<MagpieDbContext, Guid, Guid?, CancellationToken, Task<UploadPlace?>> Place = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid user, Guid? group, CancellationToken _) => db.GroupMembers
            .Where(m => m.UserId == user && (group == null || m.GroupId == group))
            .OrderBy(m => m.GroupId)
            .Join(db.Groups, m => m.GroupId, g => g.Id, (m, g) => new { m.GroupId, m.Role, g.WorkspaceId })
            .Join(db.Workspaces, m => m.WorkspaceId, w => w.Id, (m, w) => new UploadPlace(
                m.GroupId, m.Role, w.Id, w.Plan, db.Uploads.Count(u => u.UserId == user && u.State == UploadState.Receiving)))
            .FirstOrDefault());

    private static readonly Func<MagpieDbContext, Guid, Guid, Guid?, CancellationToken, Task<Upload?>> Find = EF.CompileAsyncQuery(
        (MagpieDbContext db, Guid upload, Guid user, Guid? onlyGroup, CancellationToken _) => db.Uploads.AsNoTracking()
            .SingleOrDefault(u => u.Id == upload && u.UserId == user && (onlyGroup == null || u.GroupId == onlyGroup)));

    /// <summary>In the named group, or in the caller's first one where none is named. Null: no such group for this caller.</summary>
    public static Task<UploadPlace?> FindUploadPlaceAsync(this MagpieDbContext db, Caller caller, Guid? group, CancellationToken ct) =>
        caller.OnlyGroup is { } only && group is { } other && only != other
            ? Task.FromResult<UploadPlace?>(null)
            : Place(db, caller.UserId, group ?? caller.OnlyGroup, ct);

    public static Task<Upload?> FindUploadAsync(this MagpieDbContext db, Guid uploadId, Caller caller, CancellationToken ct) =>
        Find(db, uploadId, caller.UserId, caller.OnlyGroup, ct);
}
