using Magpie.Model.Imports;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Quartz;

namespace Magpie.Features.Imports;

/// <summary>Every minute: deletes imports that ended long ago.</summary>
[DisallowConcurrentExecution]
internal sealed class ImportSweep(MagpieDbContext db, IOptions<ImportOptions> options, TimeProvider time) : IJob
{
    public static readonly JobKey Key = new("import-sweep");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var before = time.GetUtcNow().UtcDateTime.AddHours(-options.Value.KeepHours);
        await db
            .Imports.Where(i => i.EndedAt < before && (i.State == ImportState.Done || i.State == ImportState.Failed))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
