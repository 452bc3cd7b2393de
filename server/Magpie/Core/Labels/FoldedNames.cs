using Magpie.Model.Library;
using Magpie.Model.Texts;
using Magpie.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Core.Labels;

/// <summary>
/// Names are stored in folded form, because no database folds like <see cref="SearchText"/>. When a newer Magpie folds differently, stored
/// names are folded again at the start, before anybody searches.
/// </summary>
internal static class FoldedNames
{
    private const int AtOnce = 5_000;

    public static async Task FoldNamesAnewAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MagpieDbContext>().FoldAnewAsync(app.Lifetime.ApplicationStopping);
    }

    public static async Task FoldAnewAsync(this MagpieDbContext db, CancellationToken ct)
    {
        if (await db.InstallationSettings.AnyAsync(s => s.Name == InstallationSetting.FoldVersion && s.Value == SearchText.Version, ct))
        {
            return;
        }

        await using var open = await db.KeepOpenAsync(ct);
        await FoldAssetsAsync(db, ct);
        await FoldLabelsAsync(db, ct);
    }

    private static async Task FoldAssetsAsync(MagpieDbContext db, CancellationToken ct)
    {
        for (var below = AssetPosition.Top; ; )
        {
            var rows = await db
                .Assets.AsNoTracking()
                .Where(a => a.Position < below)
                .OrderByDescending(a => a.Position)
                .Take(AtOnce)
                .Select(a => new
                {
                    a.Position,
                    a.Name,
                    a.SearchName,
                })
                .ToListAsync(ct);
            if (rows.Count == 0)
            {
                return;
            }

            below = rows[^1].Position;
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // Most names have only letters whose folding never changed.
            foreach (var row in rows.Where(row => SearchText.Fold(row.Name) != row.SearchName))
            {
                await db.ExecuteAsync(
                    "UPDATE \"Assets\" SET \"SearchName\" = @p0 WHERE \"Position\" = @p1",
                    SearchText.Fold(row.Name),
                    row.Position
                );
            }

            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>Labels that now fold to the same name are merged into the one that most assets have.</summary>
    private static async Task FoldLabelsAsync(MagpieDbContext db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var labels = await db.Labels.AsNoTracking().ToListAsync(ct);
        foreach (var same in labels.GroupBy(label => (label.GroupId, Identity: Label.Identify(label.Name))))
        {
            var kept = same.OrderByDescending(label => label.AssetCount).ThenBy(label => label.Id).First();
            foreach (var other in same.Where(label => label.Id != kept.Id))
            {
                await db.MergeLabelsAsync(from: other.Id, into: kept.Id);
            }

            if (kept.SearchName != same.Key.Identity)
            {
                await db.ExecuteAsync("UPDATE \"Labels\" SET \"SearchName\" = @p0 WHERE \"Id\" = @p1", same.Key.Identity, kept.Id);
            }
        }

        await db.InstallationSettings.Where(s => s.Name == InstallationSetting.FoldVersion).ExecuteDeleteAsync(ct);
        await db.ExecuteAsync(
            "INSERT INTO \"InstallationSettings\" (\"Name\", \"Value\") VALUES (@p0, @p1) ON CONFLICT DO NOTHING",
            InstallationSetting.FoldVersion,
            SearchText.Version
        );
        await transaction.CommitAsync(ct);
    }
}
