using Magpie.Model;

namespace Magpie.Features.Posts;

/// <summary>What somebody's role does not allow, in words.</summary>
internal static class PostRefusals
{
    public static readonly RuleViolation Viewer = new("not-allowed", "Viewers of a group cannot plan posts. Ask an admin for another role.");

    public static readonly RuleViolation Contributor = new("not-allowed", "Contributors write drafts of their own. Ask an editor of the group to plan and change the others.");

    public static readonly RuleViolation EditorsOnly = new("not-allowed", "Only editors of the group can change its profiles. Ask one of them, or an admin for another role.");
}
