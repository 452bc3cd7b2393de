namespace Magpie.Model.Workspaces;

/// <summary>Every rule of who may do what in a whole workspace, one line each; a group's are in <see cref="GroupPermissions"/>.</summary>
public static class WorkspacePermissions
{
    /// <summary>The roles that see all uploads of a workspace and may cancel them, for queries over many members at once.</summary>
    public static readonly IReadOnlyList<WorkspaceRole> ManagingUploads = [WorkspaceRole.Owner, WorkspaceRole.Admin];
}
