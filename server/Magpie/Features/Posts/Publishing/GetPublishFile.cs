using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Publishing;

/// <summary>The file for publishing one asset of a post; made now if nobody has asked for it before.</summary>
internal static class GetPublishFile
{
    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> HandleAsync(
        Guid postId,
        int ordinal,
        string? v,
        bool? download,
        HttpResponse response,
        Caller caller,
        MagpieDbContext db,
        PostMediaReader media,
        PostChecklist checklist,
        PublishFiles files,
        PublishFileQueue queue,
        IBlobStore blobs,
        CancellationToken ct
    )
    {
        var post = await db.PostsOf(caller).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, ct);
        var held = post is null ? [] : await media.ReadAsync(post.Id, ct);
        if (post is null || held.Find(one => one.Held.Ordinal == ordinal) is not { } wanted)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if (wanted.Asset is { Status: AssetStatus.Processing or AssetStatus.Failed } or { TrashedAt: not null })
        {
            return Problems.Of(wanted.Checked.Unusable ?? PublishErrors.Gone(wanted.Asset.Name));
        }

        var order = PublishFileSpec.For(wanted, checklist.RuleFor(post.Surface, wanted.Asset.Spec, held.Count));
        var (file, bytes) = await files.OpenAsync(order, ct) is var (there, found) ? (there, found) : (null, null);
        if (file is null || bytes is null)
        {
            var (made, trouble) = await queue.MakeAsync(order, ct);
            bytes = made is null ? null : await blobs.OpenReadAsync(made.BlobKey, ct);
            if (made is null || bytes is null)
            {
                // It was made, and has already been removed to make room.
                return Problems.Of(
                    trouble ?? (made is null ? PublishErrors.Gone(wanted.Asset.Name) : PublishErrors.Of(outcome: null, wanted.Asset.Name))
                );
            }

            file = made;
        }

        FileResponses.Describe(response, NameOf(wanted.Asset, file.Format), download is true);
        if (v != order.Version)
        {
            // The crop may change, so only the address with these very bytes' version may be cached forever.
            response.Headers.CacheControl = "private, no-cache";
        }

        return TypedResults.Stream(bytes, file.Format.MediaType(), entityTag: new($"\"{file.Version}\""), enableRangeProcessing: true);
    }

    /// <summary>Only cut at a dot when the ending changes.</summary>
    private static string NameOf(Asset asset, MediaFormat format) =>
        format == asset.Format ? DownloadName.Of(asset.Name, format) : DownloadName.OfConverted(asset.Name, format);
}
