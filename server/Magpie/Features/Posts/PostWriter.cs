using Magpie.Core.Access;
using Magpie.Core.Changes;
using Magpie.Core.Lifecycle;
using Magpie.Core.Quota;
using Magpie.Features.Posts.Clock;
using Magpie.Features.Posts.Publishing;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Billing;
using Magpie.Model.Posts;
using Magpie.Platform;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>What every change of a post ends with: the check of the month's limit, the rows, the clock, the event and the answer.</summary>
internal sealed class PostWriter(
    MagpieDbContext db,
    PlanCatalog plans,
    PostReader reader,
    WantedFiles files,
    BlobRemover remover,
    PostClock clock,
    ChangeFeed changes,
    TimeProvider time
)
{
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Somebody else changed it; the caller is shown the current version, and nothing is overwritten.</summary>
    public async Task<RuleViolation> OutdatedAsync(Guid postId, Caller caller, CancellationToken ct)
    {
        if (await reader.ReadAsync(postId, caller, ct) is not { } now)
        {
            return RuleViolation.NotFound;
        }

        var who = now.ChangedBy is { } person && person.Id != caller.UserId ? person.Name : "Somebody";
        return new RuleViolation("post-changed", $"{who} just changed this post. Review their version, then save again.").With(
            ("post", now),
            ("who", now.ChangedBy?.Id == caller.UserId ? null : now.ChangedBy?.Name)
        );
    }

    /// <summary>Saves it and returns the new version.</summary>
    /// <param name="media">Its media from now on; null leaves them.</param>
    public async Task<(PostDetails? Saved, RuleViolation? Refusal)> SaveAsync(
        Post post,
        Caller caller,
        CancellationToken ct,
        IReadOnlyList<PostAsset>? media = null,
        params IReadOnlyList<PostNotice?> notices
    )
    {
        post.Touch(caller.UserId, Now);
        var (kept, violation) = await KeepAsync(post, media, ChangeAction.Changed);
        if (violation is not null || !kept)
        {
            return (null, violation ?? await OutdatedAsync(post.Id, caller, ct));
        }

        var details = await reader.ReadAsync(post.Id, caller, ct, notices);
        return (details, details is null ? RuleViolation.NotFound : null);
    }

    /// <summary>Everything or nothing. Not kept when somebody else was faster.</summary>
    public Task<(bool Kept, RuleViolation? Violation)> KeepAsync(Post post, IReadOnlyList<PostAsset>? media, ChangeAction action) =>
        KeepAsync([(post, media)], action);

    /// <param name="posts">Of one group, each with its media from now on; null leaves them.</param>
    public async Task<(bool Kept, RuleViolation? Violation)> KeepAsync(
        IReadOnlyList<(Post Post, IReadOnlyList<PostAsset>? Media)> posts,
        ChangeAction action
    )
    {
        var group = posts[0].Post.GroupId;
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var workspace = await db
            .Groups.Where(g => g.Id == group)
            .Join(db.Workspaces, g => g.WorkspaceId, w => w.Id, (_, w) => new { w.Id, w.Plan })
            .SingleAsync(CancellationToken.None);
        // Everybody who changes assets or counts locks this row first, so that nobody waits in a circle and the count is exact.
        await db.LockQuotaAsync(workspace.Id, CancellationToken.None);
        if (await IsMonthFullAsync(workspace.Id, workspace.Plan, posts) is { } full)
        {
            return (false, full);
        }

        if (await IsTwiceInSetAsync(posts))
        {
            return (false, PostRefusals.TwiceInSet);
        }

        var fields =
            action is ChangeAction.Changed && posts is [var only] ? PostFields.ChangedIn(db.Entry(only.Post), only.Media is not null) : [];
        try
        {
            await WriteAsync(posts);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return (false, null);
        }
        catch (DbUpdateException refused) when (Outages.Of(refused) is null)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            if (await AreThereAsync(posts))
            {
                throw;
            }

            // Some media were deleted for good a moment ago.
            return (false, PostRefusals.MediaGone);
        }

        if (await LacksMediaAsync(group, posts))
        {
            db.ChangeTracker.Clear();
            return (false, PostRefusals.MediaGone);
        }

        // Files made for an old crop, trim or surface, or for a deleted post, go too.
        var removals = await files.GiveUpOthersAsync([.. posts.Select(one => one.Post.Id)]);
        await transaction.CommitAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        foreach (var (post, _) in posts)
        {
            clock.Set(post.Id, post is { State: PostState.Scheduled, DeletedAt: null } ? post.ScheduledAt : null);
        }

        await remover.RemoveAsync(removals);
        changes.Publish(
            new(group, ChangeKind.Post, action, [.. posts.Select(one => one.Post.Id)], fields, posts is [var one] ? one.Post.Version : null)
        );
        return (true, null);
    }

    private async Task<RuleViolation?> IsMonthFullAsync(
        Guid workspace,
        PlanName plan,
        IReadOnlyList<(Post Post, IReadOnlyList<PostAsset>? Media)> posts
    )
    {
        var ids = posts.Select(one => one.Post.Id).ToList();
        var counting = posts.Select(one => one.Post).Where(post => post.CountsIn is not null).ToLookup(post => post.CountsIn!.Value);
        foreach (var month in counting.Where(month => month.Any(post => db.Entry(post).Property(p => p.CountsIn).IsModified)))
        {
            var others = await db.CountPostsOfMonthAsync(workspace, month.Key, ids, CancellationToken.None);
            if (plans[plan].MonthIsFull(month.Key, others + month.Count() - 1) is { } full)
            {
                return full;
            }
        }

        return null;
    }

    /// <summary>A set has one post on each of its profiles, also when two members add the same one at once.</summary>
    private async Task<bool> IsTwiceInSetAsync(IReadOnlyList<(Post Post, IReadOnlyList<PostAsset>? Media)> posts)
    {
        foreach (var (post, _) in posts.Where(one => one.Post.DeletedAt is null))
        {
            var entry = db.Entry(post);
            var comes =
                entry.State is EntityState.Added
                || entry.Property(p => p.ProfileId).IsModified
                || entry.Property(p => p.DeletedAt).IsModified;
            if (comes && await db.HasInSetAsync(post, CancellationToken.None))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Media that were checked before may have gone to another group, or to the trash, whose media no planned post may use. Whoever moves
    /// them locks the workspace's row as well, so what is there now will be there when this commits.
    /// </summary>
    private Task<bool> LacksMediaAsync(Guid group, IReadOnlyList<(Post Post, IReadOnlyList<PostAsset>? Media)> posts)
    {
        var all = posts.Where(one => !one.Post.IsPublished).Select(one => one.Post.Id).ToList();
        var planned = posts
            .Where(one => one.Post is { IsPublished: false, State: not PostState.Draft })
            .Select(one => one.Post.Id)
            .ToList();
        return db.PostAssets.AnyAsync(
            held =>
                all.Contains(held.PostId)
                && db.Assets.Any(asset =>
                    asset.Position == held.Position
                    && (asset.GroupId != group || (asset.TrashedAt != null && planned.Contains(held.PostId)))
                ),
            CancellationToken.None
        );
    }

    private async Task<bool> AreThereAsync(IReadOnlyList<(Post Post, IReadOnlyList<PostAsset>? Media)> posts)
    {
        var positions = posts.SelectMany(one => one.Media ?? []).Select(held => held.Position).Distinct().ToList();
        var profiles = posts.Select(one => one.Post.ProfileId).Distinct().ToList();
        return await db.Assets.CountAsync(a => positions.Contains(a.Position), CancellationToken.None) == positions.Count
            && await db.Profiles.CountAsync(p => profiles.Contains(p.Id), CancellationToken.None) == profiles.Count;
    }

    private async Task WriteAsync(IReadOnlyList<(Post Post, IReadOnlyList<PostAsset>? Media)> posts)
    {
        await db.SaveChangesAsync(CancellationToken.None);
        foreach (var (post, media) in posts)
        {
            if (media is not null)
            {
                await db.PostAssets.Where(held => held.PostId == post.Id).ExecuteDeleteAsync(CancellationToken.None);
                db.PostAssets.AddRange(media);
            }
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }
}
