using System.Globalization;
using Magpie.Platform;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Operations;

/// <summary>For the metrics: what is stored in addition to the originals, and counts against no plan.</summary>
internal sealed class StoredFigures(MagpieDbContext db)
{
    /// <summary>Empty when the database cannot be asked, because then the other figures matter most.</summary>
    public async Task<string> RenderAsync(CancellationToken ct)
    {
        try
        {
            var files = await db
                .PublishFiles.GroupBy(_ => 1)
                .Select(all => new { Count = all.Count(), Bytes = all.Sum(file => file.Bytes) })
                .SingleOrDefaultAsync(ct);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"magpie_publish_files {files?.Count ?? 0}\nmagpie_publish_file_bytes {files?.Bytes ?? 0}\n"
            );
        }
        catch (Exception trouble) when (Outages.Of(trouble) is not null)
        {
            return "";
        }
    }
}
