using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

internal static class GetOriginal
{
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid assetId,
        HttpResponse response,
        Caller caller,
        MagpieDbContext db,
        IBlobStore blobs,
        CancellationToken ct,
        bool download = false
    )
    {
        var asset = await db.AssetsOf(caller)
            .Where(a => a.Id == assetId)
            .Select(a => new
            {
                a.OriginalKey,
                a.Format,
                a.Name,
                a.Sha256,
                a.CreatedAt,
            })
            .SingleOrDefaultAsync(ct);
        if (asset is null || await blobs.OpenReadAsync(asset.OriginalKey, ct) is not { } bytes)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        FileResponses.Describe(response, DownloadName.Of(asset.Name, asset.Format), download);
        return TypedResults.Stream(
            bytes,
            asset.Format.MediaType(),
            lastModified: asset.CreatedAt,
            entityTag: new($"\"{asset.Sha256}\""),
            enableRangeProcessing: true
        );
    }
}
