using Magpie.Core.Access;
using Magpie.Core.Labels;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Actions;

/// <summary>
/// Moves assets to another group of the same workspace. Labels are matched by name; assets used in a post stay, because the post does.
/// </summary>
internal sealed class MoveAction(MagpieDbContext db, TimeProvider time)
{
    private static readonly RuleViolation HeldByPost = new RuleViolation(
        "held-by-posts",
        "A post of this group holds it. Remove it from the post first."
    ).With(("reason", "move"));

    private static readonly RuleViolation NoGroup = new("group-needed", "Name the group to move to.");
    private static readonly RuleViolation OtherWorkspace = new("other-workspace", "Assets move between groups of one workspace only.");

    public async Task<(IReadOnlyList<ActionResult> Results, RuleViolation? Refusal)> RunAsync(
        IReadOnlyList<Asset> assets,
        Guid? groupId,
        Caller caller
    )
    {
        if (groupId is not { } target || (await db.FindRoleAsync(caller, target, CancellationToken.None))?.CanManageLibrary() is not true)
        {
            return (
                [],
                groupId is null
                    ? NoGroup
                    : new RuleViolation("not-found", "There is no such group for you to move to.").With(("reason", "group"))
            );
        }

        var workspace = await db.Groups.Where(g => g.Id == target).Select(g => g.WorkspaceId).SingleAsync();
        if (assets.Any(asset => asset.WorkspaceId != workspace))
        {
            return ([], OtherWorkspace);
        }

        var positions = assets.Select(asset => asset.Position).ToList();
        var held = await db
            .Assets.Where(a => positions.Contains(a.Position) && a.PostCount > 0)
            .ToDictionaryAsync(a => a.Position, _ => HeldByPost);
        var movable = assets
            .Where(asset => asset.GroupId != target && !held.ContainsKey(asset.Position))
            .Select(asset => asset.Position)
            .ToList();
        if (!await TakeLabelsAlongAsync(movable, target))
        {
            return ([], Label.GroupIsFull);
        }

        var moved = await db.UpdateReturningAsync(
            "UPDATE \"Assets\" SET \"GroupId\" = {0} WHERE \"GroupId\" <> {0} AND \"Position\" IN (:positions) RETURNING "
                + "\"Position\" AS \"Value\"",
            movable,
            [db.KeyOf(target)],
            CancellationToken.None
        );
        return (AssetActions.Outcomes(assets, moved, held), null);
    }

    /// <summary>False when the other group has no room for one of the labels.</summary>
    private async Task<bool> TakeLabelsAlongAsync(List<long> positions, Guid target)
    {
        var carried = await db
            .AssetLabels.Where(l => positions.Contains(l.Position))
            .Join(
                db.Labels,
                l => l.LabelId,
                l => l.Id,
                (asset, label) =>
                    new
                    {
                        label.Id,
                        label.Name,
                        asset.Position,
                    }
            )
            .ToListAsync();
        foreach (var label in carried.GroupBy(one => (one.Id, one.Name)))
        {
            List<long> positionsOfLabel = [.. label.Select(one => one.Position)];
            var there = await db.EnsureLabelsAsync(target, [label.Key.Name], time.GetUtcNow().UtcDateTime, CancellationToken.None);
            if (there.Count == 0)
            {
                return false;
            }

            await db.RemoveLabelAsync(label.Key.Id, positionsOfLabel, CancellationToken.None);
            await db.AddLabelAsync(there[0].Id, positionsOfLabel, CancellationToken.None);
        }

        return true;
    }
}
