using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <param name="Items">In the order in which they were made.</param>
public sealed record PostSet(IReadOnlyList<PostDetails> Items);

/// <summary>The posts that were made together with a post on other profiles, and the post itself.</summary>
internal static class GetPostSet
{
    public static async Task<Results<Ok<PostSet>, ProblemHttpResult>> HandleAsync(
        Guid postId,
        Caller caller,
        MagpieDbContext db,
        PostReader reader,
        CancellationToken ct
    )
    {
        var posts = db.PostsOf(caller);
        var set = await posts
            .Where(p => posts.Any(one => one.Id == postId && one.SetId == p.SetId))
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .ToListAsync(ct);
        return set.Count == 0
            ? Problems.Of(RuleViolation.NotFound)
            : TypedResults.Ok(new PostSet(await reader.ReadAllAsync(set, caller, ct)));
    }
}
