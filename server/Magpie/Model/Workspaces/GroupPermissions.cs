using Magpie.Model.Library;
using Magpie.Model.Posts;

namespace Magpie.Model.Workspaces;

/// <summary>
/// Every rule of who may do what in a group, one line each. <c>Can…</c> says whether, <c>Check…</c> says why not, in the words of <see
/// cref="PermissionRefusals"/>.
/// </summary>
public static class GroupPermissions
{
    /// <summary>The roles that may add files to a group, for queries over many members at once.</summary>
    public static readonly IReadOnlyList<GroupRole> Adding = [.. Enum.GetValues<GroupRole>().Where(CanAdd)];

    public static bool CanAdd(this GroupRole role) => role is not GroupRole.Viewer;

    /// <summary>What a contributor adds stays a draft until an editor accepts it.</summary>
    public static bool AddsDrafts(this GroupRole role) => role is GroupRole.Contributor;

    /// <summary>Names, notes, labels and links of an asset, and deleting it.</summary>
    public static bool CanEdit(this GroupRole role, Asset asset, Guid userId) =>
        role is GroupRole.Editor || (role is GroupRole.Contributor && asset.CreatedById == userId);

    /// <summary>Delete assets that other members' posts use, or planned and published ones.</summary>
    public static bool CanDeleteUsedAssets(this GroupRole role) => role is GroupRole.Editor;

    /// <summary>What the group shares: an asset's status and group, labels, and emptying the trash.</summary>
    public static bool CanManageLibrary(this GroupRole role) => role is GroupRole.Editor;

    public static bool CanManageProfiles(this GroupRole role) => role is GroupRole.Editor;

    public static bool CanCreatePosts(this GroupRole role) => role is not GroupRole.Viewer;

    /// <summary>Change or delete a post. Contributors may only write drafts of their own.</summary>
    public static bool CanWrite(this GroupRole role, Post post, Guid userId) =>
        role is GroupRole.Editor || (role is GroupRole.Contributor && post.State is PostState.Draft && post.CreatedById == userId);

    /// <summary>Set a time, remove it, or mark the post as published.</summary>
    public static bool CanPlan(this GroupRole role) => role is GroupRole.Editor;

    public static RuleViolation? CheckAdd(this GroupRole role) => role.CanAdd() ? null : PermissionRefusals.ViewersCannotAdd;

    public static RuleViolation? CheckEdit(this GroupRole role, Asset asset, Guid userId) =>
        role.CanEdit(asset, userId) ? null
        : role is GroupRole.Viewer ? PermissionRefusals.ViewersCannotEdit
        : PermissionRefusals.NotYourAsset;

    public static RuleViolation? CheckManageLibrary(this GroupRole role) =>
        role.CanManageLibrary() ? null : PermissionRefusals.EditorsManageLibrary;

    public static RuleViolation? CheckManageProfiles(this GroupRole role) =>
        role.CanManageProfiles() ? null : PermissionRefusals.EditorsManageProfiles;

    public static RuleViolation? CheckCreatePosts(this GroupRole role) =>
        role.CanCreatePosts() ? null : PermissionRefusals.ViewersCannotPlan;

    public static RuleViolation? CheckWrite(this GroupRole role, Post post, Guid userId) =>
        role.CanWrite(post, userId) ? null : PostRefusalFor(role);

    public static RuleViolation? CheckPlan(this GroupRole role) => role.CanPlan() ? null : PostRefusalFor(role);

    private static RuleViolation PostRefusalFor(GroupRole role) =>
        role is GroupRole.Viewer ? PermissionRefusals.ViewersCannotPlan : PermissionRefusals.NotYourPost;
}
