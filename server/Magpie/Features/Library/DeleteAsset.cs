using Magpie.Features.Library.Actions;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Events;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Library;

/// <summary>Moves an asset to the trash; one that lies there already goes for good.</summary>
internal static class DeleteAsset
{
    public static async Task<Results<NoContent, ProblemHttpResult, NotFound>> HandleAsync(
        Guid assetId, Caller caller, MagpieDbContext db, AssetActions actions, AssetRemoval removal, ChangeFeed changes, CancellationToken ct, bool force = false)
    {
        var (asset, refusal) = await db.FindEditableAssetAsync(assetId, caller, ct);
        if (asset is null)
        {
            return refusal is null ? TypedResults.NotFound() : refusal;
        }

        if (asset.TrashedAt is not null)
        {
            return await removal.RemoveAsync(asset) ? TypedResults.NoContent() : TypedResults.NotFound();
        }

        var (_, held) = await actions.RunAsync(new(AssetAction.Delete, Force: force), [asset], caller);
        if (held is not null)
        {
            return held;
        }

        changes.Publish(asset.GroupId, "asset", ChangeAction.Changed, asset.Id);
        return TypedResults.NoContent();
    }
}
