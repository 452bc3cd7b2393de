using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Magpie.Core.Access;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Platform.Database;
using Magpie.Platform.Database.AssetSearch;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Library;

/// <summary>Either those that are named, at most 2,000, or all that a filter finds.</summary>
public sealed record DownloadAssetsRequest(
    IReadOnlyList<Guid>? AssetIds = null,
    AssetFilter? Filter = null,
    IReadOnlyList<Guid>? Except = null
);

/// <summary>
/// Originals as one ZIP, written to the client while they are read: no temporary file, and the same memory for any number of them.
/// </summary>
internal static class DownloadAssets
{
    private const int MaxIds = 2_000;

    /// <summary>As a form with the field <c>request</c>, so that a browser saves it like any download.</summary>
    public static async Task<IResult> HandleAsync(
        HttpContext http,
        Caller caller,
        MagpieDbContext db,
        AssetFilterReader filters,
        AssetSearch search,
        DownloadedZip zip,
        IOptions<JsonOptions> json,
        CancellationToken ct
    )
    {
        if (
            await ReadAsync(http.Request, json.Value.SerializerOptions, ct) is not { } request
            || (request.AssetIds is null) == (request.Filter is null)
            || request.AssetIds?.Count > MaxIds
            || request.Except?.Count > MaxIds
        )
        {
            return Problems.Of(
                new RuleViolation("invalid-request", $"Name the assets by assetIds, at most {MaxIds}, or by filter, one of the two.").With(
                    ("reason", "idsOrFilter"),
                    ("limit", MaxIds)
                )
            );
        }

        AssetCriteria? criteria = null;
        List<long> named = [];
        HashSet<Guid> groups;
        if (request.Filter is { } filter)
        {
            var read = await filters.ReadAsync(filter, caller, ct);
            if (read.Member is null || read.Refusal is not null)
            {
                return Problems.Of(read.Refusal!);
            }

            criteria = read.Criteria;
            groups = [read.Member.GroupId];
        }
        else
        {
            var ids = request.AssetIds!.Distinct().ToList();
            var found = await db.AssetsOf(caller)
                .Where(a => ids.Contains(a.Id))
                .OrderByDescending(a => a.Position)
                .Select(a => new { a.Position, a.GroupId })
                .ToListAsync(ct);
            if (found.Count < ids.Count)
            {
                return Problems.Of(RuleViolation.NotFound);
            }

            named = found.ConvertAll(asset => asset.Position);
            groups = [.. found.Select(asset => asset.GroupId)];
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"magpie.zip\"";
        http.Response.Headers.CacheControl = "no-store";
        var positions = criteria is null ? named.ToAsyncEnumerable() : FoundAsync(criteria, search, ct);
        await zip.WriteAsync(http, caller, groups, positions, (request.Except ?? []).ToHashSet(), ct);
        return TypedResults.Empty;
    }

    private static async Task<DownloadAssetsRequest?> ReadAsync(HttpRequest request, JsonSerializerOptions json, CancellationToken ct)
    {
        try
        {
            if (!request.HasFormContentType)
            {
                return await request.ReadFromJsonAsync<DownloadAssetsRequest>(json, ct);
            }

            var sent = (await request.ReadFormAsync(ct))["request"].ToString();
            return CleanJson.Read(Encoding.UTF8.GetBytes(sent)).Clean is { } clean
                ? await JsonSerializer.DeserializeAsync<DownloadAssetsRequest>(clean, json, ct)
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static async IAsyncEnumerable<long> FoundAsync(
        AssetCriteria criteria,
        AssetSearch search,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        const int atOnce = 500;
        var below = AssetPosition.Top;
        while (await search.FindAsync(criteria, below, skip: 0, atOnce, ct) is { Count: > 0 } batch)
        {
            foreach (var position in batch)
            {
                yield return position;
            }

            below = batch[^1];
        }
    }
}
