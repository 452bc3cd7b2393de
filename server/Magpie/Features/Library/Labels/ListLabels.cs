using System.ComponentModel.DataAnnotations;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Labels;

/// <summary>The labels of a group: those that begin with what was typed, then those that hold it; within these the most used first.</summary>
internal static class ListLabels
{
    public static async Task<Results<Ok<Page<LabelSummary>>, NotFound>> HandleAsync(
        Caller caller, MagpieDbContext db, CancellationToken ct, string? q = null, Guid? group = null, [Range(1, 1000)] int limit = 100)
    {
        if (await db.FindMembershipAsync(caller, group, ct) is not { } member)
        {
            return TypedResults.NotFound();
        }

        var part = Label.ForSearch((q ?? "").Trim());
        var labels = await db.Labels.AsNoTracking()
            .Where(l => l.GroupId == member.GroupId && l.SearchName.Contains(part))
            .OrderByDescending(l => l.SearchName.StartsWith(part))
            .ThenByDescending(l => l.AssetCount)
            .ThenBy(l => l.SearchName)
            .Take(limit)
            .ToListAsync(ct);
        return TypedResults.Ok(new Page<LabelSummary>([.. labels.Select(LabelSummary.Of)], NextCursor: null));
    }
}
