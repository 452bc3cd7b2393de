using System.Globalization;
using Magpie.Platform;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Features.Operations;

/// <summary>What is kept besides the originals and counts towards nobody's plan, for the page of metrics.</summary>
internal sealed class StoredFigures(MagpieDbContext db)
{
    /// <summary>Empty where the database cannot be asked: the other figures are worth having most then.</summary>
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
