using Magpie.Model.Accounts;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts;

/// <param name="Post">As it would be; its version is 0, and its media have no files for publishing.</param>
public sealed record PostPreview(PostDetails Post, Checklist Checklist);

/// <summary>Says what a post would be and what it would lack, and keeps nothing.</summary>
internal static class PreviewPost
{
    public static async Task<Results<Ok<PostPreview>, ProblemHttpResult>> HandleAsync(
        CreatePostRequest request,
        Caller caller,
        NewPosts posts,
        PostReader reader,
        PostChecklist checklist,
        CancellationToken ct
    )
    {
        var (made, refusal) = await posts.MakeAsync(request, caller, ct);
        return made is null
            ? Problems.Of(refusal!)
            : TypedResults.Ok(
                new PostPreview(
                    await reader.PreviewAsync(made, ct),
                    Checklist.Of(checklist.Of(made.Post, made.Profile, made.Media.ConvertAll(one => one.Checked)))
                )
            );
    }
}
