using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Library;

internal static class DeleteAsset
{
    public static async Task<Results<NoContent, ProblemHttpResult, NotFound>> HandleAsync(
        Guid assetId, Caller caller, MagpieDbContext db, AssetRemoval removal, CancellationToken ct)
    {
        var (asset, refusal) = await db.FindEditableAssetAsync(assetId, caller, ct);
        if (asset is null)
        {
            return refusal is null ? TypedResults.NotFound() : refusal;
        }

        return await removal.RemoveAsync(asset) ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}
