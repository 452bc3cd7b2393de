using System.Text.Json;
using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts.Actions;

/// <summary>
/// Restores a deleted post, with those of its media that still exist. A planned post whose time is over, or that lacks media now, comes
/// back as a draft.
/// </summary>
internal static class RestorePost
{
    public static async Task<Results<Ok<PostDetails>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        Caller caller,
        MagpieDbContext db,
        PostWriter writer,
        CancellationToken ct
    )
    {
        var (post, refusal) = await db.FindEditablePostAsync(
            db.AllPostsOf(caller).Where(p => p.DeletedAt != null),
            postId,
            PostDeed.Write,
            caller,
            ct
        );
        if (post is null)
        {
            return Problems.Of(refusal!);
        }

        var then = JsonSerializer.Deserialize<List<DeletedPostMedia>>(post.DeletedAssets ?? "[]")!;
        var positions = then.ConvertAll(one => one.Position);
        var there = await db
            .Assets.Where(a => a.GroupId == post.GroupId && positions.Contains(a.Position))
            .ToDictionaryAsync(a => a.Position, a => a.TrashedAt is not null, ct);
        var media = then.Where(one => there.ContainsKey(one.Position)).Select((one, ordinal) => one.In(post, ordinal)).ToList();
        post.Restore();
        if (await db.HasInSetAsync(post, ct))
        {
            post.SetId = post.Id;
        }

        var lacks = media.Count < then.Count || there.ContainsValue(true);
        if (!post.IsPublished && (lacks || (post.State is PostState.Scheduled && post.ScheduledAt <= writer.Now)))
        {
            post.Unschedule();
        }

        return Problems.OkOr(await writer.SaveAsync(post, caller, ct, media));
    }
}
