using Magpie.Core.Access;
using Magpie.Core.Lifecycle;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Posts;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Actions;

/// <summary>Media of unpublished posts must not get lost unnoticed: whoever deletes it is told first.</summary>
internal sealed class PostReferenceCheck(MagpieDbContext db)
{
    private const int MostListed = 50;

    /// <summary>
    /// Whether posts that this contributor may not change use any of them; see <see cref="GroupPermissions.CanDeleteUsedAssets"/>.
    /// </summary>
    public async Task<bool> ForbidsAsync(IReadOnlyList<Asset> assets, Caller caller)
    {
        var roles = await db.MembershipsOf(caller).ToDictionaryAsync(m => m.GroupId, m => m.Role);
        List<long> positions = [.. assets.Where(asset => !roles[asset.GroupId].CanDeleteUsedAssets()).Select(asset => asset.Position)];
        return positions.Count > 0 && await db.PostsBeyondOwnDraftsWith(positions, caller.UserId).AnyAsync();
    }

    /// <summary>Null when no unpublished post uses any of them.</summary>
    public async Task<RuleViolation?> RefusalAsync(IReadOnlyCollection<long> positions)
    {
        var unpublished = db.UnpublishedPostsWith(positions);
        var count = await unpublished.CountAsync();
        if (count == 0)
        {
            return null;
        }

        var posts = await unpublished
            .OrderBy(p => p.ScheduledAt)
            .Take(MostListed)
            .Join(
                db.Profiles,
                p => p.ProfileId,
                f => f.Id,
                (post, profile) =>
                    new PostReference(
                        post.Id,
                        profile.Id,
                        profile.Network,
                        profile.Handle,
                        post.State,
                        post.LocalTime == null ? null : PostTime.Write(post.LocalTime.Value),
                        post.ScheduledAt
                    )
            )
            .ToListAsync();
        var violation = new RuleViolation(
            "held-by-posts",
            count == 1
                ? "This is used in a post that is not published yet. If you delete it, the post goes back to draft."
                : $"This is used in {count} posts that are not published yet. If you delete it, they go back to draft."
        );
        return violation.With(("posts", posts), ("postCount", count));
    }
}
