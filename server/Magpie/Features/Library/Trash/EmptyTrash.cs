using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Trash;

/// <param name="Removed">Gone for good with this request.</param>
/// <param name="Left">Still in the trash: send the request again.</param>
public sealed record EmptiedTrash(int Removed, int Left);

/// <summary>
/// Deletes everything in a group's trash for good, a few hundred assets per request, so that a client can show the progress.
/// </summary>
internal static class EmptyTrash
{
    private const int AtOnce = 500;

    public static async Task<Results<Ok<EmptiedTrash>, ProblemHttpResult>> HandleAsync(
        Caller caller,
        MagpieDbContext db,
        AssetSearch search,
        AssetRemoval removal,
        CancellationToken ct,
        Guid? group = null
    )
    {
        if (await db.FindMembershipAsync(caller, group, ct) is not { } member)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        if (member.Role.CheckManageLibrary() is { } refusal)
        {
            return Problems.Of(refusal);
        }

        var criteria = new AssetCriteria { GroupId = member.GroupId, Trashed = true };
        var positions = await search.FindAsync(criteria, AssetPosition.Top, skip: 0, AtOnce, ct);
        var removed = 0;
        foreach (var asset in await db.Assets.AsNoTracking().Where(a => positions.Contains(a.Position)).ToListAsync(ct))
        {
            removed += await removal.RemoveTrashedAsync(asset) ? 1 : 0;
        }

        return TypedResults.Ok(
            new EmptiedTrash(
                removed,
                await db.Assets.CountAsync(a => a.GroupId == member.GroupId && a.TrashedAt != null, CancellationToken.None)
            )
        );
    }
}
