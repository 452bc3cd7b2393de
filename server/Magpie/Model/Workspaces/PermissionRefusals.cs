namespace Magpie.Model.Workspaces;

/// <summary>What people are told when their role does not allow something.</summary>
public static class PermissionRefusals
{
    public static readonly RuleViolation ViewersCannotAdd = Of(
        "viewersCannotAdd",
        "Viewers of a group cannot add files to it. Ask an admin for another role."
    );

    /// <summary>They could when they started.</summary>
    public static readonly RuleViolation CannotAddAnyMore = Of(
        "cannotAddAnyMore",
        "You can no longer add files to this group, so this one was stopped. Ask an admin for access."
    );

    public static readonly RuleViolation ViewersCannotEdit = Of(
        "viewersCannotEdit",
        "Viewers of a group cannot change what is in it. Ask an admin for another role."
    );

    public static readonly RuleViolation NotYourAsset = Of(
        "notYourAsset",
        "Contributors change only what they added themselves. Ask an editor of the group."
    );

    public static readonly RuleViolation EditorsManageLibrary = Of(
        "editorsManageLibrary",
        "Only editors of the group can do this. Ask one of them, or an admin for another role."
    );

    /// <summary>Deleting an asset would take it out of posts that the contributor may not change.</summary>
    public static readonly RuleViolation InPostsOfOthers = Of(
        "inPostsOfOthers",
        "Posts of other people, or planned or published ones, hold this. Contributors can’t take it out of them: ask an editor of "
            + "the group."
    );

    public static readonly RuleViolation ContributorsDraft = Of(
        "contributorsDraft",
        "This is a draft. It can be shared when an editor of the group has accepted it."
    );

    public static readonly RuleViolation EditorsManageProfiles = Of(
        "editorsManageProfiles",
        "Only editors of the group can change its profiles. Ask one of them, or an admin for another role."
    );

    public static readonly RuleViolation ViewersCannotPlan = Of(
        "viewersCannotPlan",
        "Viewers of a group cannot plan posts. Ask an admin for another role."
    );

    public static readonly RuleViolation NotYourPost = Of(
        "notYourPost",
        "Contributors write drafts of their own. Ask an editor of the group to plan and change the others."
    );

    public static readonly RuleViolation AdminsSeeUploads = Of(
        "adminsSeeUploads",
        "Only owners and admins of the workspace see its uploads. Ask one of them."
    );

    public static readonly RuleViolation NoWorkspace = Of(
        "noWorkspace",
        "This account is in no workspace any more. Ask an admin to add it to one."
    );

    private static RuleViolation Of(string reason, string message) => new RuleViolation("not-allowed", message).With(("reason", reason));
}
