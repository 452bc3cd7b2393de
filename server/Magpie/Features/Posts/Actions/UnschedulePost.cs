using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts.Actions;

/// <param name="Version">The one that the caller has seen.</param>
public sealed record UnschedulePostRequest(int Version);

/// <summary>Back to draft; its time stays as a suggestion.</summary>
internal static class UnschedulePost
{
    public static async Task<Results<Ok<PostDetails>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        UnschedulePostRequest request,
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

        if (post.Version != request.Version)
        {
            return Problems.Of(await writer.OutdatedAsync(postId, caller, ct));
        }

        return post.Unschedule() is { } violation ? Problems.Of(violation) : Problems.OkOr(await writer.SaveAsync(post, caller, ct));
    }
}
