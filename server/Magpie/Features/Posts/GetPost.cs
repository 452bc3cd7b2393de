using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts;

internal static class GetPost
{
    public static async Task<Results<Ok<PostDetails>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        Caller caller,
        PostReader reader,
        CancellationToken ct
    ) => await reader.ReadAsync(postId, caller, ct) is { } post ? TypedResults.Ok(post) : Problems.Of(RuleViolation.NotFound);
}
