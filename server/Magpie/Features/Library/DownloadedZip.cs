using System.IO.Compression;
using Magpie.Core.Access;
using Magpie.Model.Accounts;
using Magpie.Model.Media;
using Magpie.Platform.Database;
using Magpie.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Library;

/// <summary>
/// Reading a ZIP takes hours on a slow line, so rights are checked again for each file: without them the connection is aborted, so that
/// nobody takes a part for the whole. Files that the caller may no longer see, or that went to the trash, are left out.
/// </summary>
internal sealed class DownloadedZip(MagpieDbContext db, IBlobStore blobs, TimeProvider time)
{
    /// <param name="groups">All groups that the files belong to.</param>
    public async Task WriteAsync(
        HttpContext http,
        Caller caller,
        HashSet<Guid> groups,
        IAsyncEnumerable<long> positions,
        HashSet<Guid> except,
        CancellationToken ct
    )
    {
        var began = time.GetUtcNow().UtcDateTime;
        var names = new ZipNames();
        await using var body = new BufferedSyncStream(http.Response.Body);
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        await foreach (var position in positions)
        {
            var asset = await db.AssetsOf(caller)
                .AsNoTracking()
                .Where(a => a.Position == position && (a.TrashedAt == null || a.TrashedAt < began))
                .Select(a => new
                {
                    a.Id,
                    a.Name,
                    a.Format,
                    a.OriginalKey,
                    a.CreatedAt,
                })
                .SingleOrDefaultAsync(ct);
            if (!await db.IsStillInAsync(caller, ct) || (asset is null && !await IsStillInGroupsAsync(caller, groups, ct)))
            {
                http.Abort();
                return;
            }

            await using var bytes = asset is null || except.Contains(asset.Id) ? null : await blobs.OpenReadAsync(asset.OriginalKey, ct);
            if (asset is null || bytes is null)
            {
                continue;
            }

            // Pictures and videos are compressed already.
            var entry = zip.CreateEntry(names.Take(DownloadName.Of(asset.Name, asset.Format)), CompressionLevel.NoCompression);
            entry.LastWriteTime = asset.CreatedAt;
            await using var target = await entry.OpenAsync(ct);
            await bytes.CopyToAsync(target, 1 << 16, ct);
        }
    }

    private async Task<bool> IsStillInGroupsAsync(Caller caller, HashSet<Guid> groups, CancellationToken ct) =>
        await db.MembershipsOf(caller).CountAsync(m => groups.Contains(m.GroupId), ct) == groups.Count;
}
