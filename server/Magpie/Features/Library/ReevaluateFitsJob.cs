using Magpie.Model.Library;
using Magpie.Model.Networks;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Magpie.Features.Library;

/// <summary>At every start: where the platform rules are others than the assets were judged by, judges all of them again.</summary>
[DisallowConcurrentExecution]
internal sealed class ReevaluateFitsJob(MagpieDbContext db, SurfaceCatalog surfaces) : IJob
{
    public static readonly JobKey Key = new("judge-anew");
    private const int Batch = 1_000;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var fact = await db.KeptFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Name == KeptFact.RulesVersion, cancellationToken);
        if (fact?.Value == surfaces.RulesVersion)
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

        await db.KeptFacts.Where(f => f.Name == KeptFact.RulesVersion).ExecuteDeleteAsync(cancellationToken);
        db.KeptFacts.Add(new() { Name = KeptFact.RulesVersion, Value = surfaces.RulesVersion });
        await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<Asset> UnderstoodBelow(long position) =>
        db.Assets.Where(a => a.Position < position && a.Width != null).OrderByDescending(a => a.Position).Take(Batch);
}
