using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Model.Posts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>What a caller does to a post: contributors only write, and only drafts of their own; planning is the editors'.</summary>
internal enum PostDeed
{
    Write,
    Plan,
}

internal static class EditablePost
{
    /// <summary>The post, tracked, without its media; or nothing because the caller cannot see it; or a refusal.</summary>
    public static async Task<(Post? Post, ProblemHttpResult? Refusal)> FindEditablePostAsync(
        this MagpieDbContext db,
        IQueryable<Post> among,
        Guid postId,
        PostDeed deed,
        Caller caller,
        CancellationToken ct
    )
    {
        var post = await among.SingleOrDefaultAsync(p => p.Id == postId, ct);
        var member = post is null ? null : await db.FindMembershipAsync(caller, post.GroupId, ct);
        return member?.Role switch
        {
            null => (null, null),
            GroupRole.Editor => (post, null),
            GroupRole.Contributor when deed is PostDeed.Write && post is { State: PostState.Draft } && post.CreatedById == caller.UserId =>
                (post, null),
            GroupRole.Contributor => (null, Problems.Of(PostRefusals.Contributor)),
            _ => (null, Problems.Of(PostRefusals.Viewer)),
        };
    }

    public static Task<(Post? Post, ProblemHttpResult? Refusal)> FindEditablePostAsync(
        this MagpieDbContext db,
        Guid postId,
        PostDeed deed,
        Caller caller,
        CancellationToken ct
    ) => db.FindEditablePostAsync(db.PostsOf(caller), postId, deed, caller, ct);
}
