using System.Globalization;
using Magpie.Model.Accounts;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <param name="Total">Assets that the whole filter finds; <paramref name="ByMonth"/> adds up to it.</param>
/// <param name="Images">Counted without the filter's kind, as <paramref name="Videos"/> are: they stand on the tabs.</param>
public sealed record AssetsSummary(int Total, int Images, int Videos, IReadOnlyList<MonthCount> ByMonth);

/// <param name="Month"><c>2026-11</c>, in UTC.</param>
public sealed record MonthCount(string Month, int Count);

internal static class SummarizeAssets
{
    public static async Task<Results<Ok<AssetsSummary>, NotFound>> HandleAsync(
        [AsParameters] AssetFilter filter, Caller caller, MagpieDbContext db, CancellationToken ct)
    {
        if (await db.FindMembershipAsync(caller, filter.Group, ct) is not { } membership)
        {
            return TypedResults.NotFound();
        }

        var months = await (filter with { Kind = null }).Apply(db.Assets.Where(a => a.GroupId == membership.GroupId))
            .GroupBy(a => new { a.Kind, a.CreatedAt.Year, a.CreatedAt.Month })
            .Select(g => new { g.Key.Kind, g.Key.Year, g.Key.Month, Count = g.Count() })
            .ToListAsync(ct);

        var shown = months.Where(m => filter.Kind is null || m.Kind == filter.Kind?.Value).ToList();
        return TypedResults.Ok(new AssetsSummary(
            shown.Sum(m => m.Count),
            months.Where(m => m.Kind is MediaKind.Image).Sum(m => m.Count),
            months.Where(m => m.Kind is MediaKind.Video).Sum(m => m.Count),
            [.. shown
                .GroupBy(m => string.Create(CultureInfo.InvariantCulture, $"{m.Year:d4}-{m.Month:d2}"))
                .OrderByDescending(month => month.Key, StringComparer.Ordinal)
                .Select(month => new MonthCount(month.Key, month.Sum(m => m.Count)))]));
    }
}
