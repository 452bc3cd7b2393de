using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Features.Library.Actions;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Library;

/// <summary>Moves an asset to the trash, or deletes it from there for good. A double click must not do both.</summary>
internal static class DeleteAsset
{
    private static readonly RuleViolation NotInTrash = new(
        "not-in-trash",
        "Only what lies in the trash can be deleted for good. Delete it first."
    );

    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid assetId,
        Caller caller,
        MagpieDbContext db,
        AssetActions actions,
        PostReferenceCheck references,
        AssetRemoval removal,
        ChangeFeed changes,
        CancellationToken ct,
        bool force = false,
        bool forever = false
    )
    {
        var (asset, refusal) = await db.FindEditableAssetAsync(assetId, caller, ct);
        if (asset is null)
        {
            return Problems.Of(refusal!);
        }

        if (forever)
        {
            var forbidden = false;
            return asset.TrashedAt is null ? Problems.Of(NotInTrash)
                : await removal.RemoveTrashedAsync(asset, mayBe: async () => !(forbidden = await references.ForbidsAsync([asset], caller)))
                    ? TypedResults.NoContent()
                : forbidden ? Problems.Of(PermissionRefusals.InPostsOfOthers)
                : Problems.Of(RuleViolation.NotFound);
        }

        var (results, held) = await actions.RunAsync(new(AssetAction.Delete, Force: force), [asset], caller);
        if (held is not null || results[0].Outcome is not ActionOutcome.Done)
        {
            return Problems.Of(held ?? RuleViolation.NotFound);
        }

        changes.Publish(new(asset.GroupId, ChangeKind.Asset, ChangeAction.Deleted, [asset.Id], ["trashedAt"]));
        if (force)
        {
            changes.Publish(asset.GroupId, ChangeKind.Post, ChangeAction.Changed);
        }

        return TypedResults.NoContent();
    }
}
