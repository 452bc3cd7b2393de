using System.Text.Json;
using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>It can be restored for some weeks; until then it uses no assets and counts in no month.</summary>
internal static class DeletePost
{
    public static async Task<Results<NoContent, ProblemHttpResult>> HandleAsync(
        Guid postId,
        Caller caller,
        MagpieDbContext db,
        PostWriter writer,
        CancellationToken ct
    )
    {
        var (post, refusal) = await db.FindEditablePostAsync(postId, PostDeed.Write, caller, ct);
        if (post is null)
        {
            return Problems.Of(refusal!);
        }

        var held = await db.PostAssets.AsNoTracking().Where(one => one.PostId == postId).OrderBy(one => one.Ordinal).ToListAsync(ct);
        post.Delete(JsonSerializer.Serialize(held.ConvertAll(DeletedPostMedia.Of)), writer.Now);
        post.Touch(caller.UserId, writer.Now);
        var (kept, _) = await writer.KeepAsync(post, [], ChangeAction.Deleted);
        return kept ? TypedResults.NoContent() : Problems.Of(PostRefusals.ChangedMeanwhile);
    }
}

/// <summary>One of a deleted post's media, kept for restoring it.</summary>
internal sealed record DeletedPostMedia(long Position, string? AltText, string? Crop, string? Trim)
{
    public static DeletedPostMedia Of(PostAsset held) => new(held.Position, held.AltText, held.Crop?.ToString(), held.Trim?.ToString());

    public PostAsset In(Post post, int ordinal) =>
        new()
        {
            PostId = post.Id,
            ProfileId = post.ProfileId,
            Ordinal = ordinal,
            Position = Position,
            AltText = AltText,
            Crop = Crop is null ? null : Model.Posts.Crop.Parse(Crop),
            Trim = Trim is null ? null : Model.Posts.Trim.Parse(Trim),
        };
}
