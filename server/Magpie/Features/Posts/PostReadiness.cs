using Magpie.Model;
using Magpie.Model.Posts;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <summary>Whether a post may be planned: whether its checklist has no open requirements.</summary>
internal sealed class PostReadiness(MagpieDbContext db, PostMediaReader media, PostChecklist checklist)
{
    /// <summary>Why the post cannot be planned, with its checklist; null when it can.</summary>
    /// <param name="held">Its new media; null when they stay.</param>
    public async Task<RuleViolation?> CheckAsync(Post post, IReadOnlyList<PostMedia>? held, CancellationToken ct)
    {
        var profile = await db.Profiles.AsNoTracking().SingleAsync(p => p.Id == post.ProfileId, ct);
        held ??= await media.ReadAsync(post.Id, ct);
        var lines = checklist.Of(post, profile, [.. held.Select(one => one.Checked)]);
        var open = lines.Count(line => line.Level is CheckLevel.Required);
        return open == 0 ? null : NotReady(open).With(("checklist", lines));
    }

    /// <param name="open">How many things have to be put right.</param>
    public static RuleViolation NotReady(int open) =>
        new RuleViolation(
            "post-not-ready",
            open == 1
                ? "One thing has to be put right before this post can be planned."
                : $"{open} things have to be put right before this post can be planned."
        ).With(("count", open));
}
