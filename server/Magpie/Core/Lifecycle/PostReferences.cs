using Magpie.Model.Posts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Lifecycle;

internal static class PostReferences
{
    /// <summary>Posts that use any of these assets and are not published yet.</summary>
    public static IQueryable<Post> UnpublishedPostsWith(this MagpieDbContext db, IReadOnlyCollection<long> positions) =>
        db.Posts.Where(p => p.State != PostState.Published && p.Assets.Any(a => positions.Contains(a.Position)));

    /// <summary>
    /// Posts, published or not, that use any of these assets and are not a draft of this member: a contributor must not take anything out
    /// of them.
    /// </summary>
    public static IQueryable<Post> PostsBeyondOwnDraftsWith(this MagpieDbContext db, IReadOnlyCollection<long> positions, Guid userId) =>
        db.Posts.Where(p => (p.CreatedById != userId || p.State != PostState.Draft) && p.Assets.Any(a => positions.Contains(a.Position)));

    /// <summary>They no longer count in their month. Somebody who has one open notices when they save.</summary>
    public static Task SendBackToDraftAsync(this MagpieDbContext db, IReadOnlyCollection<long> positions)
    {
        var (state, countsIn) = Post.Unscheduled;
        return db.UnpublishedPostsWith(positions)
            .Where(p => p.State != state)
            .ExecuteUpdateAsync(set =>
                set.SetProperty(p => p.State, state).SetProperty(p => p.CountsIn, countsIn).SetProperty(p => p.Version, p => p.Version + 1)
            );
    }
}
