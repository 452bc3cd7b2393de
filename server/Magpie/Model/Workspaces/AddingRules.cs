namespace Magpie.Model.Workspaces;

/// <summary>Who may add files to a group, and what those are told who may not.</summary>
public static class AddingRules
{
    public static readonly RuleViolation Viewer = new(
        "not-allowed",
        "Viewers of a group cannot add files to it. Ask an admin for another role."
    );

    /// <summary>They might when it began.</summary>
    public static readonly RuleViolation NoLonger = new(
        "not-allowed",
        "You can no longer add files to this group, so this one was stopped. Ask an admin for access."
    );

    public static bool MayAdd(this GroupRole role) => role is not GroupRole.Viewer;
}
