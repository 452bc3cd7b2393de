using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Actions;

/// <summary>Either of the two.</summary>
/// <param name="Minutes">From now.</param>
/// <param name="LocalTime">What the clock of the post's time zone shall show.</param>
public sealed record SnoozePostRequest(int? Minutes = null, string? LocalTime = null);

/// <summary>Reminds again later.</summary>
internal static class SnoozePost
{
    private const int MostMinutes = 7 * 24 * 60;

    public static async Task<Results<Ok<PostDetails>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        SnoozePostRequest request,
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

        var zoneName = post.TimeZone ?? await db.Profiles.Where(p => p.Id == post.ProfileId).Select(p => p.TimeZone).SingleAsync(ct);
        var (until, violation) = request switch
        {
            { LocalTime: { } local, Minutes: null } => PostTimes.Read(local, zoneName, second: false),
            { Minutes: >= 1 and <= MostMinutes and var minutes, LocalTime: null } when PostTime.FindZone(zoneName) is { } zone => (
                PostTime.At(writer.Now.AddMinutes(minutes + 1), zone),
                null
            ),
            _ => ((PlannedTime?)null, PostRefusals.Snooze),
        };
        violation ??= post.Snooze(until!, writer.Now);
        return violation is not null
            ? Problems.Of(violation)
            : Problems.OkOr(await writer.SaveAsync(post, caller, ct, media: null, until!.Notice));
    }
}
