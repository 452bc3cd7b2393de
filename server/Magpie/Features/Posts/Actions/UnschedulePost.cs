using Magpie.Model.Accounts;
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
        PostPlanner planner,
        CancellationToken ct
    ) => SchedulePost.Answer(await planner.UnscheduleAsync([new(postId, request.Version)], caller, ct));
}
