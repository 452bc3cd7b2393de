using Magpie.Core.Access;
using Magpie.Core.Quota;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Texts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Posts;

/// <param name="Month"><c>2026-11</c>.</param>
/// <param name="Used">Planned and published posts of the whole workspace.</param>
/// <param name="Limit">The plan's; null for none.</param>
public sealed record PostCounts(string Month, int Used, int? Limit);

internal static class CountPosts
{
    public static async Task<Results<Ok<PostCounts>, ProblemHttpResult>> HandleAsync(
        Caller caller,
        MagpieDbContext db,
        PlanCatalog plans,
        string month,
        CancellationToken ct,
        Guid? group = null
    )
    {
        if (MonthText.Parse(month) is not { } number)
        {
            return Problems.Of(MonthText.Wrong);
        }

        if (await db.FindMembershipAsync(caller, group, ct) is not { } member)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var workspace = await db
            .Groups.Where(g => g.Id == member.GroupId)
            .Join(db.Workspaces, g => g.WorkspaceId, w => w.Id, (_, w) => new { w.Id, w.Plan })
            .SingleAsync(ct);
        return TypedResults.Ok(
            new PostCounts(month, await db.CountPostsOfMonthAsync(workspace.Id, number, [], ct), plans[workspace.Plan].PostsPerMonth)
        );
    }
}
