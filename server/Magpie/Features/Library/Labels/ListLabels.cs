using System.ComponentModel.DataAnnotations;
using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Texts;
using Magpie.Platform.Database;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library.Labels;

/// <summary>
/// The labels of a group: the exact match first, then those that begin with the text as typed, then those that begin with it without
/// accents, then those that contain it; within these, the most used first.
/// </summary>
internal static class ListLabels
{
    public static async Task<Results<Ok<Page<LabelSummary>>, ProblemHttpResult>> HandleAsync(
        Caller caller,
        MagpieDbContext db,
        CancellationToken ct,
        string? q = null,
        Guid? group = null,
        [Range(1, 1000)] int limit = 100
    )
    {
        if (await db.FindMembershipAsync(caller, group, ct) is not { } member)
        {
            return Problems.Of(RuleViolation.NotFound);
        }

        var typed = (q ?? "").Trim();
        var (part, exact) = (SearchText.Fold(typed), Label.Identify(typed));
        var all = db.Labels.AsNoTracking().Where(l => l.GroupId == member.GroupId);
        if (part.Length == 0)
        {
            var first = await all.OrderByDescending(l => l.AssetCount).ThenBy(l => l.SearchName).Take(limit).ToListAsync(ct);
            return TypedResults.Ok(new Page<LabelSummary>([.. first.Select(LabelSummary.Of)], NextCursor: null));
        }

        // Folded here, because no database folds like this; a group has at most MaxPerGroup of them.
        var labels = (await all.ToListAsync(ct))
            .Select(label => (Label: label, Folded: SearchText.Fold(label.Name)))
            .Where(one => one.Folded.Contains(part, StringComparison.Ordinal))
            .OrderByDescending(one => one.Label.SearchName == exact)
            .ThenByDescending(one => one.Label.SearchName.StartsWith(exact, StringComparison.Ordinal))
            .ThenByDescending(one => one.Folded.StartsWith(part, StringComparison.Ordinal))
            .ThenByDescending(one => one.Label.SearchName.Contains(exact, StringComparison.Ordinal))
            .ThenByDescending(one => one.Label.AssetCount)
            .ThenBy(one => one.Label.SearchName, StringComparer.Ordinal)
            .Take(limit)
            .Select(one => one.Label);
        return TypedResults.Ok(new Page<LabelSummary>([.. labels.Select(LabelSummary.Of)], NextCursor: null));
    }
}
