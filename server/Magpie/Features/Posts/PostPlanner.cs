using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Features.Posts.Actions;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>Gives posts their times, or makes drafts of them: all of them or none.</summary>
internal sealed class PostPlanner(MagpieDbContext db, PostWriter writer, PostReadiness readiness, PostReader reader)
{
    public async Task<(List<PostDetails> Planned, RuleViolation? Refusal)> ScheduleAsync(
        IReadOnlyList<PostToSchedule> wanted,
        Caller caller,
        CancellationToken ct
    )
    {
        var notices = new Dictionary<Guid, PostNotice?>();
        var (posts, refusal) = await ChangeAsync(wanted.Select(one => (one.PostId, one.Version)), caller, PlanAsync, ct);
        refusal ??= await FindUnreadyAsync(posts, ct);
        var (planned, notKept) = refusal is null ? await KeepAsync(posts, caller, ct) : ([], refusal);
        return ([.. planned.Select(post => post with { Notices = notices[post.Id] is { } notice ? [notice] : [] })], notKept);

        async Task<RuleViolation?> PlanAsync(Post post)
        {
            var request = wanted.First(one => one.PostId == post.Id);
            var zone = request.TimeZone ?? await db.Profiles.Where(p => p.Id == post.ProfileId).Select(p => p.TimeZone).SingleAsync(ct);
            var (time, wrongTime) = PostTimes.Read(request.LocalTime, zone, request.LaterOccurrence);
            notices[post.Id] = time?.Notice;
            return time is null ? wrongTime : post.Schedule(time, writer.Now);
        }
    }

    public async Task<(List<PostDetails> Planned, RuleViolation? Refusal)> UnscheduleAsync(
        IReadOnlyList<SeenPost> wanted,
        Caller caller,
        CancellationToken ct
    )
    {
        var (posts, refusal) = await ChangeAsync(
            wanted.Select(one => (one.PostId, one.Version)),
            caller,
            post => Task.FromResult(post.Unschedule()),
            ct
        );
        return refusal is null ? await KeepAsync(posts, caller, ct) : ([], refusal);
    }

    private async Task<(List<Post> Posts, RuleViolation? Refusal)> ChangeAsync(
        IEnumerable<(Guid Id, int Version)> seen,
        Caller caller,
        Func<Post, Task<RuleViolation?>> change,
        CancellationToken ct
    )
    {
        var posts = new List<Post>();
        foreach (var (id, version) in seen.DistinctBy(one => one.Id))
        {
            var (post, refusal) = await db.FindEditablePostAsync(id, PostDeed.Plan, caller, ct);
            refusal ??=
                post!.GroupId != (posts.Count > 0 ? posts[0].GroupId : post.GroupId) ? RuleViolation.NotFound
                : post.Version != version ? await writer.OutdatedAsync(id, caller, ct)
                : await change(post);
            if (refusal is not null)
            {
                return ([], refusal);
            }

            posts.Add(post!);
        }

        return (posts, null);
    }

    private async Task<RuleViolation?> FindUnreadyAsync(List<Post> posts, CancellationToken ct)
    {
        var open = new List<NotReadyPost>();
        foreach (var post in posts)
        {
            if (await readiness.CheckAsync(post, held: null, ct) is { } notReady)
            {
                if (posts.Count == 1)
                {
                    return notReady;
                }

                open.Add(new(post.Id, (int)notReady.Members["count"]!));
            }
        }

        return open.Count == 0 ? null : PostReadiness.NotReady(open.Sum(one => one.Count)).With(("posts", open));
    }

    private async Task<(List<PostDetails> Planned, RuleViolation? Refusal)> KeepAsync(List<Post> posts, Caller caller, CancellationToken ct)
    {
        posts.ForEach(post => post.Touch(caller.UserId, writer.Now));
        var (kept, refusal) = await writer.KeepAsync(
            posts.ConvertAll(post => (post, (IReadOnlyList<PostAsset>?)null)),
            ChangeAction.Changed
        );
        return kept
            ? (await reader.ReadAllAsync(posts.Select(post => post.Id), caller, ct), null)
            : ([], refusal ?? await ChangedAsync(posts, caller, ct));
    }

    private async Task<RuleViolation> ChangedAsync(List<Post> posts, Caller caller, CancellationToken ct)
    {
        var ids = posts.ConvertAll(post => post.Id);
        var now = await db.PostsOf(caller).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Version }).ToListAsync(ct);
        // Each was raised by one before it could not be kept.
        var first = posts.Find(post => !now.Exists(one => one.Id == post.Id && one.Version == post.Version - 1)) ?? posts[0];
        return await writer.OutdatedAsync(first.Id, caller, ct);
    }
}

/// <param name="Count">How many things have to be put right.</param>
public sealed record NotReadyPost(Guid PostId, int Count);
