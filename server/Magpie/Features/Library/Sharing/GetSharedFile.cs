using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Sharing;

/// <summary>
/// A file by its public link, which does not work while the asset is a draft. The name in the address is for people; only the token counts.
/// </summary>
internal static class GetSharedFile
{
    public static async Task<Results<FileStreamHttpResult, NotFound>> HandleAsync(
        string token,
        HttpResponse response,
        MagpieDbContext db,
        CleanFiles files,
        CancellationToken ct
    )
    {
        var asset = await db
            .PublicLinks.Where(l => l.Token == token)
            .Join(db.Assets, l => l.AssetId, a => a.Id, (_, asset) => asset)
            .AsNoTracking()
            .SingleOrDefaultAsync(
                a => a.TrashedAt == null && a.Status != AssetStatus.Draft && (a.Status == AssetStatus.Ready || !a.StartsAsDraft),
                ct
            );
        if (asset is null || await files.OpenAsync(asset, ct) is not var (clean, bytes))
        {
            return TypedResults.NotFound();
        }

        FileResponses.Describe(response, DownloadName.Of(asset.Name, asset.Format), download: false);
        // The link may be switched off at any time, so caches must ask again.
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.Stream(bytes, clean.MediaType, entityTag: new($"\"{clean.Version}\""), enableRangeProcessing: true);
    }
}
