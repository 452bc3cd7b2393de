using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Magpie.Features.Library;

/// <summary>At every start: if the rules changed since the assets were evaluated, evaluates all of them again.</summary>
[DisallowConcurrentExecution]
internal sealed class ReevaluateFitsJob(MagpieDbContext db, SurfaceCatalog surfaces) : IJob
{
    public static readonly JobKey Key = new("judge-anew");
    private const int Batch = 1_000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var setting = await db
            .InstallationSettings.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Name == InstallationSetting.RulesVersion, cancellationToken);
        if (setting?.Value == surfaces.RulesVersion)
        {
            return;
        }

        var below = AssetPosition.Top;
        while (await UnderstoodBelow(below).ToListAsync(cancellationToken) is { Count: > 0 } assets)
        {
            foreach (var asset in assets)
            {
                asset.Fits = surfaces.MasksOf(asset.Spec);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            below = assets[^1].Position;
        }

        await db.InstallationSettings.Where(s => s.Name == InstallationSetting.RulesVersion).ExecuteDeleteAsync(cancellationToken);
        db.InstallationSettings.Add(new() { Name = InstallationSetting.RulesVersion, Value = surfaces.RulesVersion });
        await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<Asset> UnderstoodBelow(long position) =>
        db.Assets.Where(a => a.Position < position && a.Width != null).OrderByDescending(a => a.Position).Take(Batch);
}
