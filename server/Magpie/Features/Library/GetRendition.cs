using Magpie.Features.Library.Processing;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

internal static class GetRendition
{
    // Compiled, because a page full of pictures asks it fifty times; see AssetPageQueries.
    private static readonly Func<MagpieDbContext, Guid, Guid?, Guid, RenditionKind, CancellationToken, Task<Found?>> Find =
        EF.CompileAsyncQuery(
            (MagpieDbContext db, Guid user, Guid? onlyGroup, Guid asset, RenditionKind kind, CancellationToken _) =>
                db
                    .Assets.Where(a =>
                        a.Id == asset
                        && db.GroupMembers.Any(m =>
                            m.GroupId == a.GroupId && m.UserId == user && (onlyGroup == null || m.GroupId == onlyGroup)
                        )
                    )
                    .SelectMany(
                        a => a.Renditions.Where(r => r.Kind == kind),
                        (a, r) => new Found(a.Name, a.Format, r.BlobKey, r.MediaType, r.Version, r.Bytes)
                    )
                    .SingleOrDefault()
        );

    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid assetId,
        EnumName<RenditionKind> kind,
        HttpResponse response,
        Caller caller,
        MagpieDbContext db,
        IBlobStore blobs,
        RenditionMending mending,
        CancellationToken ct
    )
    {
        var found = await Find(db, caller.UserId, caller.OnlyGroup, assetId, kind.Value, ct);
        var bytes = found is null ? null : await blobs.OpenWholeAsync(found.BlobKey, found.Bytes, ct);
        if (found is not null && bytes is null)
        {
            await mending.MendAsync(assetId, ct);
            found = await Find(db, caller.UserId, caller.OnlyGroup, assetId, kind.Value, ct);
            bytes = found is null ? null : await blobs.OpenWholeAsync(found.BlobKey, found.Bytes, ct);
        }

        if (found is null || bytes is null)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var name =
            kind.Value is RenditionKind.Clean
                ? DownloadName.Of(found.Name, found.Format)
                : DownloadName.OfRendition(found.Name, kind.Value, found.MediaType);
        FileResponses.Describe(response, name, download: false);
        if (response.HttpContext.Request.Query["v"] != found.Version)
        {
            // A rendition may be made again, so only the address with these very bytes' version may be cached forever.
            response.Headers.CacheControl = "private, no-cache";
        }

        return TypedResults.Stream(bytes, found.MediaType, entityTag: new($"\"{found.Version}\""), enableRangeProcessing: true);
    }

    private sealed record Found(string Name, MediaFormat Format, string BlobKey, string MediaType, string Version, long Bytes);
}
