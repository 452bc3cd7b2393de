using Magpie.Model.Accounts;
using Magpie.Model.Media;
using Magpie.Model.Texts;
using Magpie.Platform.Database.AssetSearch;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Library;

/// <param name="Total">Assets that the whole filter finds; <paramref name="ByMonth"/> adds up to it.</param>
/// <param name="Images">Counted without the filter's kind, as <paramref name="Videos"/> are: they stand on the tabs.</param>
public sealed record AssetCounts(int Total, int Images, int Videos, IReadOnlyList<MonthCount> ByMonth);

/// <param name="Month"><c>2026-11</c>, in UTC.</param>
public sealed record MonthCount(string Month, int Count);

internal static class SummarizeAssets
{
    public static async Task<Results<Ok<AssetCounts>, ProblemHttpResult>> HandleAsync(
        [AsParameters] AssetFilter filter,
        Caller caller,
        AssetFilterReader filters,
        AssetSearch search,
        CancellationToken ct
    )
    {
        var (member, criteria, refusal, _) = await filters.ReadAsync(filter with { Kind = null }, caller, ct);
        if (member is null || refusal is not null)
        {
            return Problems.Of(refusal!);
        }

        var months = criteria is null ? [] : await search.CountAsync(criteria, ct);
        var shown = months.Where(m => filter.Kind is null || m.Kind == filter.Kind?.Value).ToList();
        return TypedResults.Ok(
            new AssetCounts(
                shown.Sum(m => m.Count),
                months.Where(m => m.Kind is MediaKind.Image).Sum(m => m.Count),
                months.Where(m => m.Kind is MediaKind.Video).Sum(m => m.Count),
                [
                    .. shown
                        .GroupBy(m => m.Month)
                        .Select(month => (Month: month.Key, Count: month.Sum(m => m.Count)))
                        .Where(month => month.Count > 0)
                        .OrderByDescending(month => month.Month)
                        .Select(month => new MonthCount(MonthText.Of(month.Month), month.Count)),
                ]
            )
        );
    }
}
