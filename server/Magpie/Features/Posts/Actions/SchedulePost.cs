using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

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
        MagpieDbContext db,
        PostWriter writer,
        PostReadiness readiness,
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

        var zone = request.TimeZone ?? await db.Profiles.Where(p => p.Id == post.ProfileId).Select(p => p.TimeZone).SingleAsync(ct);
        var (time, wrongTime) = PostTimes.Read(request.LocalTime, zone, request.LaterOccurrence);
        if (time is null)
        {
            return Problems.Of(wrongTime!);
        }

        if (post.Schedule(time, writer.Now) is { } violation)
        {
            return Problems.Of(violation);
        }

        if (await readiness.CheckAsync(post, held: null, ct) is { } notReady)
        {
            return Problems.Of(notReady);
        }

        return Problems.OkOr(await writer.SaveAsync(post, caller, ct, media: null, time.Notice));
    }
}
