using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Access;

/// <summary>Which profiles and posts a caller may see: those of their groups. What was deleted is not there.</summary>
internal static class PostAccess
{
    public static IQueryable<Profile> ProfilesOf(this MagpieDbContext db, Caller caller) =>
        db.Profiles.Where(p =>
            db.GroupMembers.Any(m =>
                m.GroupId == p.GroupId && m.UserId == caller.UserId && (caller.OnlyGroup == null || m.GroupId == caller.OnlyGroup)
            )
        );

    public static IQueryable<Post> PostsOf(this MagpieDbContext db, Caller caller) => db.AllPostsOf(caller).Where(p => p.DeletedAt == null);

    /// <summary>Those that were deleted and can come back as well.</summary>
    public static IQueryable<Post> AllPostsOf(this MagpieDbContext db, Caller caller) =>
        db.Posts.Where(p =>
            db.GroupMembers.Any(m =>
                m.GroupId == p.GroupId && m.UserId == caller.UserId && (caller.OnlyGroup == null || m.GroupId == caller.OnlyGroup)
            )
        );

    /// <summary>How many other posts of the group's workspace count in a month. Exact where the workspace's row is held.</summary>
    public static Task<int> CountPostsOfMonthAsync(
        this MagpieDbContext db,
        Guid workspaceId,
        int month,
        Guid except,
        CancellationToken ct
    ) =>
        db.Posts.CountAsync(
            p => p.CountsIn == month && p.Id != except && db.Groups.Any(g => g.Id == p.GroupId && g.WorkspaceId == workspaceId),
            ct
        );
}
