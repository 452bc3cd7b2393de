namespace Magpie.Model.Workspaces;

public enum WorkspaceRole
{
    Owner,
    Admin,
    Member,
}

/// <summary>Editors do everything; what a contributor adds starts as a draft; viewers only look.</summary>
public enum GroupRole
{
    Editor,
    Contributor,
    Viewer,
}

public sealed class WorkspaceMember
{
    public required Guid WorkspaceId { get; init; }
    public required Guid UserId { get; init; }
    public required WorkspaceRole Role { get; set; }
}

public sealed class GroupMember
{
    public required Guid GroupId { get; init; }
    public required Guid UserId { get; init; }
    public required GroupRole Role { get; set; }
}
