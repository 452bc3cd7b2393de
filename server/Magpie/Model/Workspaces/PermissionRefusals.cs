namespace Magpie.Model.Workspaces;

/// <summary>What people are told when their role does not allow something.</summary>
public static class PermissionRefusals
{
    public static readonly RuleViolation ViewersCannotAdd = Of("Viewers of a group cannot add files to it. Ask an admin for another role.");

    /// <summary>They could when they started.</summary>
    public static readonly RuleViolation CannotAddAnyMore = Of(
        "You can no longer add files to this group, so this one was stopped. Ask an admin for access."
    );

    public static readonly RuleViolation ViewersCannotEdit = Of(
        "Viewers of a group cannot change what is in it. Ask an admin for another role."
    );

    public static readonly RuleViolation NotYourAsset = Of(
        "Contributors change only what they added themselves. Ask an editor of the group."
    );

    public static readonly RuleViolation EditorsManageLibrary = Of(
        "Only editors of the group can do this. Ask one of them, or an admin for another role."
    );

    /// <summary>Deleting an asset would take it out of posts that the contributor may not change.</summary>
    public static readonly RuleViolation InPostsOfOthers = Of(
        "Posts of other people, or planned or published ones, hold this. Contributors can’t take it out of them: ask an editor of "
            + "the group."
    );

    public static readonly RuleViolation ContributorsDraft = Of(
        "This is a draft. It can be shared when an editor of the group has accepted it."
    );

    public static readonly RuleViolation EditorsManageProfiles = Of(
        "Only editors of the group can change its profiles. Ask one of them, or an admin for another role."
    );

    public static readonly RuleViolation ViewersCannotPlan = Of("Viewers of a group cannot plan posts. Ask an admin for another role.");

    public static readonly RuleViolation NotYourPost = Of(
        "Contributors write drafts of their own. Ask an editor of the group to plan and change the others."
    );

    public static readonly RuleViolation AdminsSeeUploads = Of("Only owners and admins of the workspace see its uploads. Ask one of them.");

    public static readonly RuleViolation NoWorkspace = Of("This account is in no workspace any more. Ask an admin to add it to one.");

    private static RuleViolation Of(string message) => new("not-allowed", message);
}
