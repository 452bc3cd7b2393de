using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Actions;

public enum AssetAction
{
    Delete,
    Restore,
    Label,
    Unlabel,
    Star,
    Unstar,
    Draft,
    Ready,
    Move,
}

/// <summary>One action on many assets: either on those that are named, or on all that a filter finds.</summary>
/// <param name="AssetIds">At most 2,000.</param>
/// <param name="Filter">As in the address of a list; one request works on 1,000 of them and answers where to go on.</param>
/// <param name="Except">Left out of what the filter finds.</param>
/// <param name="Cursor">From the answer before, with a filter.</param>
/// <param name="Labels">For <c>label</c> and <c>unlabel</c>.</param>
/// <param name="GroupId">For <c>move</c>.</param>
/// <param name="Force">Delete also what unpublished posts hold; those go back to draft.</param>
public sealed record ActOnAssetsRequest(
    AssetAction Action,
    [property: MaxLength(ActOnAssets.MaxIds)] IReadOnlyList<Guid>? AssetIds = null,
    AssetFilter? Filter = null,
    [property: MaxLength(ActOnAssets.MaxIds)] IReadOnlyList<Guid>? Except = null,
    string? Cursor = null,
    [property: MaxLength(Label.MaxPerAsset)] IReadOnlyList<string>? Labels = null,
    Guid? GroupId = null,
    bool Force = false
);

/// <param name="NextCursor">The filter finds more: send the request again with it. Null when all is done.</param>
public sealed record ActionSummary(IReadOnlyList<ActionResult> Results, string? NextCursor);

public enum ActionOutcome
{
    Done,
    Unchanged,
    Refused,
}

/// <param name="Reason">A sentence, in English, where it was refused.</param>
/// <param name="Code">As a problem's, where it was refused.</param>
/// <param name="Members">The raw values in the sentence.</param>
public sealed record ActionResult(
    Guid AssetId,
    ActionOutcome Outcome,
    string? Reason = null,
    string? Code = null,
    IReadOnlyDictionary<string, object?>? Members = null
)
{
    internal static ActionResult Refused(Guid assetId, RuleViolation because) =>
        new(assetId, ActionOutcome.Refused, because.Message, because.Code, because.Members);
}

internal static class ActOnAssets
{
    public const int MaxIds = 2_000;
    private const int FilteredAtOnce = 1_000;

    public static async Task<Results<Ok<ActionSummary>, ProblemHttpResult>> HandleAsync(
        ActOnAssetsRequest request,
        Caller caller,
        MagpieDbContext db,
        AssetFilterReader filters,
        AssetSearch search,
        AssetActions actions,
        ChangeFeed changes,
        CancellationToken ct
    )
    {
        var (assets, next, problem) = await SelectAsync(request, caller, db, filters, search, ct);
        if (problem is not null)
        {
            return Problems.Of(problem);
        }

        // From here on everything is done, even when the client has left.
        var (results, refusal) = await actions.RunAsync(request, assets, caller);
        if (refusal is not null)
        {
            return Problems.Of(refusal);
        }

        var done = results.Where(result => result.Outcome is ActionOutcome.Done).Select(result => result.AssetId).ToHashSet();
        foreach (var group in assets.Where(asset => done.Contains(asset.Id)).GroupBy(asset => asset.GroupId))
        {
            changes.Publish(
                new(group.Key, ChangeKind.Asset, ChangeOf(request.Action), [.. group.Select(asset => asset.Id)], [FieldOf(request.Action)])
                {
                    OnlyFor = request.Action is AssetAction.Star or AssetAction.Unstar ? caller.UserId : null,
                }
            );
            if (request is { Action: AssetAction.Delete, Force: true })
            {
                // Posts that held any of them are drafts now.
                changes.Publish(group.Key, ChangeKind.Post, ChangeAction.Changed);
            }
        }

        if (request is { Action: AssetAction.Move, GroupId: { } target } && done.Count > 0)
        {
            changes.Publish(new(target, ChangeKind.Asset, ChangeAction.Created, [.. done], ["groupId"]));
        }

        if (request.Action is AssetAction.Label or AssetAction.Unlabel or AssetAction.Move)
        {
            PublishLabels(assets, request.GroupId, changes);
        }

        return TypedResults.Ok(new ActionSummary(results, next));
    }

    /// <summary>How the change looks to somebody who is viewing the group's library.</summary>
    private static ChangeAction ChangeOf(AssetAction action) =>
        action switch
        {
            AssetAction.Delete or AssetAction.Move => ChangeAction.Deleted,
            AssetAction.Restore => ChangeAction.Created,
            _ => ChangeAction.Changed,
        };

    /// <summary>The field that the action changes, by its JSON name.</summary>
    private static string FieldOf(AssetAction action) =>
        action switch
        {
            AssetAction.Delete or AssetAction.Restore => "trashedAt",
            AssetAction.Label or AssetAction.Unlabel => "labels",
            AssetAction.Star or AssetAction.Unstar => "starred",
            AssetAction.Draft or AssetAction.Ready => "status",
            AssetAction.Move => "groupId",
            _ => throw new ArgumentOutOfRangeException(nameof(action)),
        };

    private static void PublishLabels(IEnumerable<Asset> assets, Guid? target, ChangeFeed changes)
    {
        foreach (var group in assets.Select(asset => asset.GroupId).Concat(target is { } id ? [id] : []).Distinct())
        {
            changes.Publish(new(group, ChangeKind.Label, ChangeAction.Changed, [], ["count"]));
        }
    }

    private static async Task<(List<Asset> Assets, string? Next, RuleViolation? Problem)> SelectAsync(
        ActOnAssetsRequest request,
        Caller caller,
        MagpieDbContext db,
        AssetFilterReader filters,
        AssetSearch search,
        CancellationToken ct
    )
    {
        if (request is not ({ AssetIds: not null, Filter: null } or { AssetIds: null, Filter: not null }))
        {
            return (
                [],
                null,
                new RuleViolation("invalid-request", "Name the assets by assetIds or by filter, one of the two.").With(
                    ("reason", "idsOrFilter")
                )
            );
        }

        if (request.AssetIds is { } named)
        {
            var ids = named.Distinct().ToList();
            var assets = await db.AssetsOf(caller).AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
            return assets.Count == ids.Count
                ? (assets, null, null)
                : (
                    [],
                    null,
                    new RuleViolation(
                        "not-found",
                        "Some of these assets are not there any more, so nothing was changed. Reload and choose again."
                    ).With(("reason", "someAssets"))
                );
        }

        var below = AssetPosition.Top;
        if (request.Cursor is { } cursor && !Cursor.TryParse(cursor, out below))
        {
            return ([], null, new RuleViolation("cursor", "The cursor is not one of ours. Start again without it."));
        }

        var (member, criteria, refusal, _) = await filters.ReadAsync(request.Filter!, caller, ct);
        if (refusal is not null || member is null)
        {
            return ([], null, refusal);
        }

        var positions = criteria is null ? [] : await search.FindAsync(criteria, below, skip: 0, FilteredAtOnce, ct);
        var except = request.Except ?? [];
        var found = await db
            .Assets.AsNoTracking()
            .Where(a => positions.Contains(a.Position) && !except.Contains(a.Id))
            .OrderByDescending(a => a.Position)
            .ToListAsync(ct);
        return (found, positions.Count == FilteredAtOnce ? Cursor.Of(positions[^1]) : null, null);
    }
}
