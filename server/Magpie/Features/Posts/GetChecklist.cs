using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Posts.Publishing;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <param name="Ready">Nothing hinders it from being planned.</param>
public sealed record Checklist(IReadOnlyList<ChecklistItem> Items, bool Ready)
{
    internal static Checklist Of(IReadOnlyList<ChecklistItem> items) =>
        new(items, items.All(item => item.Level is not CheckLevel.Required));
}

internal static class GetChecklist
{
    public static async Task<Results<Ok<Checklist>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        Caller caller,
        MagpieDbContext db,
        PostMediaReader media,
        PostChecklist checklist,
        CancellationToken ct
    )
    {
        if (await db.PostsOf(caller).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, ct) is not { } post)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var profile = await db.Profiles.AsNoTracking().SingleAsync(p => p.Id == post.ProfileId, ct);
        return TypedResults.Ok(
            Checklist.Of(checklist.Of(post, profile, [.. (await media.ReadAsync(postId, ct)).Select(one => one.Checked)]))
        );
    }
}
