using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Ingest;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Library.Processing;

internal static class RetryAsset
{
    public static async Task<Results<Ok<AssetDetails>, ProblemHttpResult>> HandleAsync(
        Guid assetId,
        Caller caller,
        MagpieDbContext db,
        AssetQueue queue,
        AssetReader reader,
        ChangeFeed changes,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var (asset, refusal) = await db.FindEditableAssetAsync(assetId, caller, ct);
        if (asset is null)
        {
            return Problems.Of(refusal!);
        }

        if (asset.Retry(time.GetUtcNow().UtcDateTime) is { } violation)
        {
            return Problems.Of(violation);
        }

        await db.SaveChangesAsync(ct);
        queue.Enqueue(asset.Id, asset.Kind);
        changes.Publish(asset.GroupId, ChangeKind.Asset, ChangeAction.Changed, asset.Id);
        return TypedResults.Ok(await reader.ReadAsync(asset, caller, ct));
    }
}
