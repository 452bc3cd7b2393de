using System.ComponentModel.DataAnnotations;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Posts.Actions;

/// <param name="Version">The one that the caller has seen.</param>
/// <param name="LocalTime">What the clock in <paramref name="TimeZone"/> shall show: <c>2026-11-25T09:00</c>.</param>
/// <param name="TimeZone">The profile's where none is named.</param>
/// <param name="LaterOccurrence">Of an hour that comes twice, the later one.</param>
public sealed record PostToSchedule(
    Guid PostId,
    int Version,
    [property: Required] string LocalTime,
    string? TimeZone = null,
    bool LaterOccurrence = false
);

/// <param name="Posts">Of one group.</param>
public sealed record SchedulePostsRequest(
    [property: Required, MinLength(1), MaxLength(SchedulePosts.MaxPosts)] IReadOnlyList<PostToSchedule> Posts
);

public sealed record PlannedPosts(IReadOnlyList<PostDetails> Items);

/// <summary>Schedules drafts or moves posts, such as those of a set: all of them or none. What is not ready is named.</summary>
internal static class SchedulePosts
{
    public const int MaxPosts = 200;

    public static async Task<Results<Ok<PlannedPosts>, ProblemHttpResult>> HandleAsync(
        SchedulePostsRequest request,
        Caller caller,
        PostPlanner planner,
        CancellationToken ct
    ) => Answer(await planner.ScheduleAsync(request.Posts, caller, ct));

    public static Results<Ok<PlannedPosts>, ProblemHttpResult> Answer((List<PostDetails> Planned, RuleViolation? Refusal) done) =>
        done.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(new PlannedPosts(done.Planned));
}
