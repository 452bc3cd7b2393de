using Magpie.Core.Access;
using Magpie.Features.Library.Trash;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Actions;

/// <summary>Runs one action on assets that the caller can see: on all of them, or on none if the caller may not do it to one.</summary>
internal sealed class AssetActions(
    MagpieDbContext db,
    AssetTrash trash,
    LabelActions labels,
    MoveAction move,
    PostReferenceCheck references
)
{
    private static readonly RuleViolation Gone = new RuleViolation("not-found", "It has just been deleted for good.").With(
        ("reason", "deleted")
    );

    private static readonly string SetStatus =
        $"UPDATE \"Assets\" SET \"Status\" = {{0}} WHERE \"Status\" IN ('{string.Join("', '", Asset.EditorStatuses)}') "
        + "AND \"Status\" <> {0} AND \"Position\" IN (:positions) RETURNING \"Position\" AS \"Value\"";

    public async Task<(IReadOnlyList<ActionResult> Results, RuleViolation? Refusal)> RunAsync(
        ActOnAssetsRequest request,
        IReadOnlyList<Asset> assets,
        Caller caller
    )
    {
        if (await RefusalAsync(request.Action, assets, caller) is { } violation)
        {
            return ([], violation);
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        if (request.Action is not AssetAction.Unstar)
        {
            // Otherwise one of them could be planned or deleted for good, or its label merged, between check and change.
            await trash.HoldAsync([.. assets.Select(asset => asset.Position)]);
        }

        var (results, refusal) = await (
            request.Action switch
            {
                AssetAction.Delete => DeleteAsync(assets, caller, request.Force),
                AssetAction.Restore => RestoreAsync(assets),
                AssetAction.Label => labels.AddAsync(assets, request.Labels ?? []),
                AssetAction.Unlabel => labels.RemoveAsync(assets, request.Labels ?? []),
                AssetAction.Star => StarAsync(assets, caller),
                AssetAction.Unstar => UnstarAsync(assets, caller),
                AssetAction.Draft => SetStatusAsync(assets, AssetStatus.Draft),
                AssetAction.Ready => SetStatusAsync(assets, AssetStatus.Ready),
                AssetAction.Move => move.RunAsync(assets, request.GroupId, caller),
                _ => throw new ArgumentOutOfRangeException(nameof(request)),
            }
        );
        if (refusal is null)
        {
            results = await RefuseThoseGoneAsync(results);
            await transaction.CommitAsync();
        }

        return (results, refusal);
    }

    /// <summary>Done for those that changed, unchanged for the rest.</summary>
    public static IReadOnlyList<ActionResult> Outcomes(
        IReadOnlyList<Asset> assets,
        IEnumerable<long> changed,
        IReadOnlyDictionary<long, RuleViolation>? refused = null
    )
    {
        var done = changed.ToHashSet();
        return
        [
            .. assets.Select(asset =>
                done.Contains(asset.Position) ? new ActionResult(asset.Id, ActionOutcome.Done)
                : refused?.TryGetValue(asset.Position, out var because) is true ? ActionResult.Refused(asset.Id, because)
                : new(asset.Id, ActionOutcome.Unchanged)
            ),
        ];
    }

    /// <summary>For an asset that somebody else has deleted for good, <c>unchanged</c> would claim that it still exists.</summary>
    private async Task<IReadOnlyList<ActionResult>> RefuseThoseGoneAsync(IReadOnlyList<ActionResult> results)
    {
        var unchanged = results.Where(result => result.Outcome is ActionOutcome.Unchanged).Select(result => result.AssetId).ToList();
        if (unchanged.Count == 0)
        {
            return results;
        }

        var there = await db.Assets.Where(a => unchanged.Contains(a.Id)).Select(a => a.Id).ToHashSetAsync();
        return
        [
            .. results.Select(result =>
                result.Outcome is ActionOutcome.Unchanged && !there.Contains(result.AssetId)
                    ? ActionResult.Refused(result.AssetId, Gone)
                    : result
            ),
        ];
    }

    private async Task<RuleViolation?> RefusalAsync(AssetAction action, IReadOnlyList<Asset> assets, Caller caller)
    {
        if (action is AssetAction.Star or AssetAction.Unstar)
        {
            return null;
        }

        var roles = await db.MembershipsOf(caller).ToDictionaryAsync(m => m.GroupId, m => m.Role);
        return assets
            .Select(asset =>
                action is AssetAction.Draft or AssetAction.Ready or AssetAction.Move
                    ? roles[asset.GroupId].CheckManageLibrary()
                    : roles[asset.GroupId].CheckEdit(asset, caller.UserId)
            )
            .FirstOrDefault(refusal => refusal is not null);
    }

    private async Task<(IReadOnlyList<ActionResult>, RuleViolation?)> DeleteAsync(IReadOnlyList<Asset> assets, Caller caller, bool force)
    {
        var positions = assets.Select(asset => asset.Position).ToList();
        if (await references.ForbidsAsync(assets, caller))
        {
            return ([], PermissionRefusals.InPostsOfOthers);
        }

        if (!force && await references.RefusalAsync(positions) is { } held)
        {
            return ([], held);
        }

        return (Outcomes(assets, await trash.MoveInAsync(positions, caller.UserId)), null);
    }

    private async Task<(IReadOnlyList<ActionResult>, RuleViolation?)> RestoreAsync(IReadOnlyList<Asset> assets)
    {
        var (restored, violation) = await trash.MoveOutAsync([.. assets.Select(asset => asset.Position)]);
        return violation is null ? (Outcomes(assets, restored), null) : ([], violation);
    }

    private async Task<(IReadOnlyList<ActionResult>, RuleViolation?)> StarAsync(IReadOnlyList<Asset> assets, Caller caller) =>
        (
            Outcomes(
                assets,
                await db.UpdateReturningAsync(
                    "INSERT INTO \"Stars\" (\"UserId\", \"Position\") SELECT {0}, \"Position\" FROM \"Assets\" WHERE \"Position\" "
                        + "IN (:positions) ON CONFLICT DO NOTHING RETURNING \"Position\" AS \"Value\"",
                    [.. assets.Select(asset => asset.Position)],
                    [db.KeyOf(caller.UserId)],
                    CancellationToken.None
                )
            ),
            null
        );

    private async Task<(IReadOnlyList<ActionResult>, RuleViolation?)> UnstarAsync(IReadOnlyList<Asset> assets, Caller caller) =>
        (
            Outcomes(
                assets,
                await db.UpdateReturningAsync(
                    "DELETE FROM \"Stars\" WHERE \"UserId\" = {0} AND \"Position\" IN (:positions) RETURNING \"Position\" AS \"Value\"",
                    [.. assets.Select(asset => asset.Position)],
                    [db.KeyOf(caller.UserId)],
                    CancellationToken.None
                )
            ),
            null
        );

    private async Task<(IReadOnlyList<ActionResult>, RuleViolation?)> SetStatusAsync(IReadOnlyList<Asset> assets, AssetStatus status)
    {
        var refused = assets
            .Select(asset => (asset.Position, Because: asset.CheckTransition(status)))
            .Where(one => one.Because is not null)
            .ToDictionary(one => one.Position, one => one.Because!);
        var changed = await db.UpdateReturningAsync(
            SetStatus,
            [.. assets.Select(asset => asset.Position).Where(position => !refused.ContainsKey(position))],
            [status.ToString()],
            CancellationToken.None
        );
        return (Outcomes(assets, changed, refused), null);
    }
}
