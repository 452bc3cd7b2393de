using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

internal static class GetAsset
{
    public static async Task<Results<Ok<AssetDetails>, ProblemHttpResult, NotFound>> HandleAsync(
        Guid assetId, Caller caller, MagpieDbContext db, CancellationToken ct)
    {
        var asset = await db.AssetsOf(caller).AsNoTracking().Include(a => a.Renditions).SingleOrDefaultAsync(a => a.Id == assetId, ct);
        if (asset is not null)
        {
            return TypedResults.Ok(AssetDetails.Of(asset, await db.NameOfAsync(asset.CreatedById, ct)));
        }

        // Decoding may find out what the structure of a file did not tell; who uploaded it is told why it is gone.
        var upload = await db.FindUploadAsync(assetId, caller, ct);
        return upload?.Refusal is { } refusal ? Problems.Of(refusal, StatusCodes.Status410Gone) : TypedResults.NotFound();
    }
}
