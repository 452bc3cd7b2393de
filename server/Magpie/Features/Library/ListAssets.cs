using System.ComponentModel.DataAnnotations;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Texts;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Magpie.Features.Library;

/// <summary>Newest first. Pages continue by cursor; <c>month</c> and <c>skip</c> jump to any place in a library of any size.</summary>
internal static class ListAssets
{
    private const int MaxSkip = 1_000_000;

    /// <param name="month">Begins with the newest of this month (<c>2026-11</c>, UTC), and goes on into older ones.</param>
    /// <param name="skip">Leaves out so many first.</param>
    public static async Task<Results<Ok<Page<AssetSummary>>, ProblemHttpResult>> HandleAsync(
        [AsParameters] AssetFilter filter,
        Caller caller,
        MagpieDbContext db,
        AssetFilterReader filters,
        AssetSearch search,
        AssetReader reader,
        CancellationToken ct,
        string? cursor = null,
        string? month = null,
        [Range(0, MaxSkip)] int skip = 0,
        [Range(1, 200)] int limit = 60
    )
    {
        var below = AssetPosition.Top;
        if (cursor is not null && !Cursor.TryParse(cursor, out below))
        {
            return Problems.Of(Cursor.Wrong);
        }

        if (month is not null)
        {
            if (MonthText.Parse(month) is not { } number)
            {
                return Problems.Of(MonthText.Wrong);
            }

            below = Math.Min(below, AssetPosition.EndOf(number));
        }

        await using var open = await db.KeepOpenAsync(ct);
        var read = await filters.ReadAsync(filter, caller, ct);
        if (read.Member is null || read.Refusal is not null)
        {
            return Problems.Of(read.Refusal!);
        }

        var found = read.Criteria is null ? [] : await search.FindAsync(read.Criteria, below, skip, limit + 1, ct);
        var shown = found[..Math.Min(limit, found.Count)];
        return TypedResults.Ok(
            new Page<AssetSummary>(
                await reader.ReadAsync(shown, caller, ct, read.Surface),
                found.Count > limit ? Cursor.Of(shown[^1]) : null
            )
        );
    }
}
