using System.IO.Compression;
using System.Text.Json;
using Magpie.Model;
using Magpie.Model.Accounts;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Database.Search;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Magpie.Features.Library;

/// <summary>Either those that are named, at most 2,000, or all that a filter finds.</summary>
public sealed record DownloadAssetsRequest(IReadOnlyList<Guid>? AssetIds = null, AssetFilter? Filter = null, IReadOnlyList<Guid>? Except = null);

/// <summary>Originals as one ZIP, written to the client while they are read: no file in between, and no more memory for more of them.</summary>
internal static class DownloadAssets
{
    private const int MaxIds = 2_000;
    private const int AtOnce = 500;

    /// <summary>As a form with the field <c>request</c>, so that a browser saves it like any download.</summary>
    public static async Task<IResult> HandleAsync(
        HttpContext http, Caller caller, MagpieDbContext db, AssetFilterReader filters, AssetQuery query, IBlobStore blobs, IOptions<JsonOptions> json, CancellationToken ct)
    {
        if (await ReadAsync(http.Request, json.Value.SerializerOptions, ct) is not { } request
            || (request.AssetIds is null) == (request.Filter is null) || request.AssetIds?.Count > MaxIds || request.Except?.Count > MaxIds)
        {
            return Problems.Of(new RuleViolation("invalid-request", $"Name the assets by assetIds, at most {MaxIds}, or by filter, one of the two."));
        }

        AssetCriteria? criteria = null;
        List<long> named = [];
        if (request.Filter is { } filter)
        {
            var read = await filters.ReadAsync(filter, caller, ct);
            if (read.Member is null || read.Problem is not null)
            {
                return read.Problem is null ? TypedResults.NotFound() : read.Problem;
            }

            criteria = read.Criteria;
        }
        else
        {
            var ids = request.AssetIds!.Distinct().ToList();
            named = await db.AssetsOf(caller).Where(a => ids.Contains(a.Id)).OrderByDescending(a => a.Position).Select(a => a.Position).ToListAsync(ct);
            if (named.Count < ids.Count)
            {
                return TypedResults.NotFound();
            }
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"magpie.zip\"";
        http.Response.Headers.CacheControl = "no-store";
        await WriteAsync(http, Batches(criteria, named, query, ct), db, blobs, (request.Except ?? []).ToHashSet(), ct);
        return TypedResults.Empty;
    }

    private static async Task<DownloadAssetsRequest?> ReadAsync(HttpRequest request, JsonSerializerOptions json, CancellationToken ct)
    {
        try
        {
            return request.HasFormContentType
                ? JsonSerializer.Deserialize<DownloadAssetsRequest>((await request.ReadFormAsync(ct))["request"].ToString(), json)
                : await request.ReadFromJsonAsync<DownloadAssetsRequest>(json, ct);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static async IAsyncEnumerable<List<long>> Batches(
        AssetCriteria? criteria, List<long> named, AssetQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var batch in named.Chunk(AtOnce))
        {
            yield return [.. batch];
        }

        var below = AssetPosition.Top;
        while (criteria is not null && await query.FindAsync(criteria, below, skip: 0, AtOnce, ct) is { Count: > 0 } batch)
        {
            yield return batch;
            below = batch[^1];
        }
    }

    private static async Task WriteAsync(
        HttpContext http, IAsyncEnumerable<List<long>> batches, MagpieDbContext db, IBlobStore blobs, HashSet<Guid> except, CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await using var body = new AnswerStream(http.Response.Body);
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await foreach (var positions in batches)
        {
            var assets = await db.Assets.AsNoTracking()
                .Where(a => positions.Contains(a.Position))
                .OrderByDescending(a => a.Position)
                .Select(a => new { a.Id, a.Name, a.Format, a.OriginalKey, a.CreatedAt })
                .ToListAsync(ct);
            foreach (var asset in assets.Where(asset => !except.Contains(asset.Id)))
            {
                await using var bytes = await blobs.OpenReadAsync(asset.OriginalKey, ct);
                if (bytes is null)
                {
                    continue; // Deleted for good since the list was made.
                }

                // Pictures and videos are compressed already.
                var entry = zip.CreateEntry(OwnName(DownloadName.Of(asset.Name, asset.Format), names), CompressionLevel.NoCompression);
                entry.LastWriteTime = asset.CreatedAt;
                await using var target = await entry.OpenAsync(ct);
                await bytes.CopyToAsync(target, 1 << 16, ct);
            }
        }
    }

    /// <summary>Two files of one name would overwrite each other when unpacked.</summary>
    private static string OwnName(string name, HashSet<string> taken)
    {
        var own = name;
        for (var number = 2; !taken.Add(DownloadName.Identity(own)); number++)
        {
            own = DownloadName.Numbered(name, number);
        }

        return own;
    }
}
