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
public sealed record SchedulePostRequest(
    int Version,
    [property: Required] string LocalTime,
    string? TimeZone = null,
    bool LaterOccurrence = false
);

/// <summary>Schedules a draft, or moves a post that is scheduled, due or missed.</summary>
internal static class SchedulePost
{
    public static async Task<Results<Ok<PostDetails>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        SchedulePostRequest request,
        Caller caller,
        PostPlanner planner,
        CancellationToken ct
    )
    {
        var wanted = new PostToSchedule(postId, request.Version, request.LocalTime, request.TimeZone, request.LaterOccurrence);
        return Answer(await planner.ScheduleAsync([wanted], caller, ct));
    }

    public static Results<Ok<PostDetails>, ProblemHttpResult> Answer((List<PostDetails> Planned, RuleViolation? Refusal) done) =>
        done is { Refusal: null, Planned: [var post] } ? TypedResults.Ok(post) : Problems.Of(done.Refusal ?? RuleViolation.NotFound);
}
