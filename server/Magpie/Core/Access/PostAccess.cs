using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Access;

/// <summary>What a caller wants to do to a post: write it, or plan it (set a time, mark it as published).</summary>
internal enum PostDeed
{
    Write,
    Plan,
}

/// <summary>Which profiles and posts a caller sees (those of their groups), and which of them they may change.</summary>
internal static class PostAccess
{
    public static IQueryable<Profile> ProfilesOf(this MagpieDbContext db, Caller caller) =>
        db.Profiles.Where(p =>
            db.GroupMembers.Any(m =>
                m.GroupId == p.GroupId && m.UserId == caller.UserId && (caller.OnlyGroup == null || m.GroupId == caller.OnlyGroup)
            )
        );

    public static IQueryable<Post> PostsOf(this MagpieDbContext db, Caller caller) => db.AllPostsOf(caller).Where(p => p.DeletedAt == null);

    /// <summary>Including deleted ones that can be restored.</summary>
    public static IQueryable<Post> AllPostsOf(this MagpieDbContext db, Caller caller) =>
        db.Posts.Where(p =>
            db.GroupMembers.Any(m =>
                m.GroupId == p.GroupId && m.UserId == caller.UserId && (caller.OnlyGroup == null || m.GroupId == caller.OnlyGroup)
            )
        );

    /// <summary>The profile, tracked; or why the caller may not change it.</summary>
    public static async Task<(Profile? Profile, RuleViolation? Refusal)> FindEditableProfileAsync(
        this MagpieDbContext db,
        Guid profileId,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.ProfilesOf(caller).SingleOrDefaultAsync(p => p.Id == profileId, ct) is not { } profile ? (null, RuleViolation.NotFound)
        : await db.FindRoleAsync(caller, profile.GroupId, ct) is not { } role ? (null, RuleViolation.NotFound)
        : role.CheckManageProfiles() is { } refusal ? (null, refusal)
        : (profile, null);

    /// <summary>The post, tracked, without its media; or why the caller may not do this to it.</summary>
    public static Task<(Post? Post, RuleViolation? Refusal)> FindEditablePostAsync(
        this MagpieDbContext db,
        Guid postId,
        PostDeed deed,
        Caller caller,
        CancellationToken ct
    ) => db.FindEditablePostAsync(db.PostsOf(caller), postId, deed, caller, ct);

    /// <param name="among">The posts to look among, already limited to what the caller sees.</param>
    public static async Task<(Post? Post, RuleViolation? Refusal)> FindEditablePostAsync(
        this MagpieDbContext db,
        IQueryable<Post> among,
        Guid postId,
        PostDeed deed,
        Caller caller,
        CancellationToken ct
    ) =>
        await among.SingleOrDefaultAsync(p => p.Id == postId, ct) is not { } post ? (null, RuleViolation.NotFound)
        : await db.FindRoleAsync(caller, post.GroupId, ct) is not { } role ? (null, RuleViolation.NotFound)
        : (deed is PostDeed.Write ? role.CheckWrite(post, caller.UserId) : role.CheckPlan()) is { } refusal ? (null, refusal)
        : (post, null);

    /// <summary>Whether the post's set has another one on the same profile.</summary>
    public static Task<bool> HasInSetAsync(this MagpieDbContext db, Post post, CancellationToken ct) =>
        db.Posts.AnyAsync(p => p.SetId == post.SetId && p.ProfileId == post.ProfileId && p.Id != post.Id && p.DeletedAt == null, ct);

    /// <summary>How many other posts of the workspace count in a month. Exact while the workspace's row is locked.</summary>
    public static Task<int> CountPostsOfMonthAsync(
        this MagpieDbContext db,
        Guid workspaceId,
        int month,
        IReadOnlyCollection<Guid> except,
        CancellationToken ct
    ) =>
        db.Posts.CountAsync(
            p => p.CountsIn == month && !except.Contains(p.Id) && db.Groups.Any(g => g.Id == p.GroupId && g.WorkspaceId == workspaceId),
            ct
        );
}
