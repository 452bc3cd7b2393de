using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

internal static class GetAsset
{
    public static async Task<Results<Ok<AssetDetails>, ProblemHttpResult, NotFound>> HandleAsync(
        Guid assetId, Caller caller, MagpieDbContext db, AssetReader reader, CancellationToken ct)
    {
        var position = await db.AssetsOf(caller).Where(a => a.Id == assetId).Select(a => (long?)a.Position).SingleOrDefaultAsync(ct);
        if (position is not null && await reader.ReadAsync([position.Value], caller, ct, withFits: true) is [var asset])
        {
            return TypedResults.Ok(asset);
        }

        // Decoding may find out what the structure of a file did not tell; who uploaded it is told why it is gone.
        var upload = await db.FindUploadAsync(assetId, caller, ct);
        return upload?.Refusal is { } refusal ? Problems.Of(refusal, StatusCodes.Status410Gone) : TypedResults.NotFound();
    }
}
