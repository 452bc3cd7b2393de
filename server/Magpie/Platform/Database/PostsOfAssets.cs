using Magpie.Model.Posts;

namespace Magpie.Platform.Database;

internal static class PostsOfAssets
{
    /// <summary>Posts that hold any of these assets and are not published yet.</summary>
    public static IQueryable<Post> UnpublishedPostsWith(this MagpieDbContext db, IReadOnlyCollection<long> positions) =>
        db.Posts.Where(p => p.State != PostState.Published && p.Assets.Any(a => positions.Contains(a.Position)));
}
