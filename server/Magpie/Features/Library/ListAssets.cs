using System.ComponentModel.DataAnnotations;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

internal static class ListAssets
{
    public static async Task<Results<Ok<Page<AssetDetails>>, ProblemHttpResult, NotFound>> HandleAsync(
        [AsParameters] AssetFilter filter, Caller caller, MagpieDbContext db, CancellationToken ct, string? cursor = null, [Range(1, 200)] int limit = 60)
    {
        if (await db.FindMembershipAsync(caller, filter.Group, ct) is not { } membership)
        {
            return TypedResults.NotFound();
        }

        var assets = filter.Apply(db.Assets.AsNoTracking().Where(a => a.GroupId == membership.GroupId));
        if (cursor is not null)
        {
            if (!Cursor.TryParse(cursor, out var after))
            {
                return Problems.Of(new RuleViolation("cursor", "The cursor is not one of ours. Start again from the first page."));
            }

            assets = assets.Where(a => a.CreatedAt < after.Time || (a.CreatedAt == after.Time && a.Id < after.Id));
        }

        var found = await assets
            .Include(a => a.Renditions)
            .OrderByDescending(a => a.CreatedAt).ThenByDescending(a => a.Id)
            .Take(limit + 1)
            .AsSplitQuery()
            .ToListAsync(ct);

        var page = found.Take(limit).ToList();
        var creators = await db.NamesOfAsync(page.Select(a => a.CreatedById), ct);
        return TypedResults.Ok(new Page<AssetDetails>(
            [.. page.Select(a => AssetDetails.Of(a, creators.GetValueOrDefault(a.CreatedById, "")))],
            found.Count > limit ? new Cursor(page[^1].CreatedAt, page[^1].Id).ToString() : null));
    }
}
