using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts.Actions;

/// <param name="Url">Where it can be seen; may be left out.</param>
public sealed record PublishPostRequest([property: StringLength(Post.MaxAddressLength)] string? Url = null);

/// <summary>A person says that they have published it. Doing so again only changes the address.</summary>
internal static class PublishPost
{
    public static async Task<Results<Ok<PostDetails>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        PublishPostRequest request,
        Caller caller,
        MagpieDbContext db,
        PostWriter writer,
        CancellationToken ct
    )
    {
        var (post, refusal) = await db.FindEditablePostAsync(postId, PostDeed.Plan, caller, ct);
        if (post is null)
        {
            return Problems.Of(refusal!);
        }

        var url = PostText.OrNull(request.Url)?.Trim();
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            return Problems.Of(PostRefusals.WebAddress);
        }

        return post.Publish(url, writer.Now) is { } violation
            ? Problems.Of(violation)
            : Problems.OkOr(await writer.SaveAsync(post, caller, ct));
    }
}
