using Magpie.Model.Accounts;
using Magpie.Model.Uploads;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Uploads.Others;

/// <summary>Uploads into a workspace, whoever sends them: owners and admins can see and stop them.</summary>
internal static class OpenUploads
{
    public static Task<bool> IsAdminAsync(this MagpieDbContext db, Caller caller, CancellationToken ct) =>
        db.WorkspaceMembers.AnyAsync(m => m.UserId == caller.UserId && WorkspacePermissions.ManagingUploads.Contains(m.Role), ct);

    public static IQueryable<Upload> OpenUploadsOf(this MagpieDbContext db, Caller caller) =>
        db.Uploads.Where(u =>
            u.State == UploadState.Receiving
            && (caller.OnlyGroup == null || u.GroupId == caller.OnlyGroup)
            && db.WorkspaceMembers.Any(m =>
                m.UserId == caller.UserId && m.WorkspaceId == u.WorkspaceId && WorkspacePermissions.ManagingUploads.Contains(m.Role)
            )
        );
}
