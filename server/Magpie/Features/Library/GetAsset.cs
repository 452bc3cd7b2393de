using Magpie.Core.Access;
using Magpie.Core.Ingest;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Imports;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

internal static class GetAsset
{
    public static async Task<Results<Ok<AssetDetails>, Accepted<ArrivingAsset>, ProblemHttpResult>> HandleAsync(
        Guid assetId,
        Caller caller,
        MagpieDbContext db,
        AssetReader reader,
        CancellationToken ct
    )
    {
        var position = await db.AssetsOf(caller).Where(a => a.Id == assetId).Select(a => (long?)a.Position).SingleOrDefaultAsync(ct);
        if (position is not null && await reader.FindAsync(position.Value, caller, ct) is { } asset)
        {
            return TypedResults.Ok(asset);
        }

        if (await db.ImportsOf(caller).AsNoTracking().SingleOrDefaultAsync(i => i.Id == assetId, ct) is { } import)
        {
            return import.Failure is { } failure ? Problems.Of(failure, StatusCodes.Status410Gone)
                : import.State is ImportState.Done ? Problems.Of(RuleViolation.NotFound)
                : TypedResults.Accepted($"/api/imports/{import.Id}", ArrivingAsset.Of(import));
        }

        return Problems.Of(RuleViolation.NotFound);
    }
}
