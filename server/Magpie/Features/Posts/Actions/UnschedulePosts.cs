using System.ComponentModel.DataAnnotations;
using Magpie.Model.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts.Actions;

/// <param name="Version">The one that the caller has seen.</param>
public sealed record SeenPost(Guid PostId, int Version);

/// <param name="Posts">Of one group.</param>
public sealed record UnschedulePostsRequest(
    [property: Required, MinLength(1), MaxLength(SchedulePosts.MaxPosts)] IReadOnlyList<SeenPost> Posts
);

/// <summary>Back to draft, all of them or none; their times stay as suggestions.</summary>
internal static class UnschedulePosts
{
    public static async Task<Results<Ok<PlannedPosts>, ProblemHttpResult>> HandleAsync(
        UnschedulePostsRequest request,
        Caller caller,
        PostPlanner planner,
        CancellationToken ct
    ) => SchedulePosts.Answer(await planner.UnscheduleAsync(request.Posts, caller, ct));
}
