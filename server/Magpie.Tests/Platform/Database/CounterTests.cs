using Magpie.Core.Labels;
using Magpie.Model.Library;
using Magpie.Model.Media;
using Magpie.Model.Workspaces;
using Magpie.Platform.Database;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Platform.Database;

/// <summary>The counters that the database keeps, against counting.</summary>
public sealed class CounterTests(TestApp app) : IClassFixture<TestApp>
{
    private readonly LibraryFixture stage = new(app);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Counters_equal_counting_whatever_was_done_to_assets(int seed)
    {
        await stage.OpenAsync();
        var random = new Random(seed);
        var otherGroup = await AddGroupAsync();
        var labels = await stage.UseAsync(db =>
            db.EnsureLabelsAsync(stage.GroupId, ["one", "two", "three"], new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc), CancellationToken.None)
        );

        for (var step = 0; step < 60; step++)
        {
            await stage.UseAsync(db => DoSomethingAsync(db, random, labels, otherGroup));
            await CompareAsync();
        }
    }

    private async Task<Guid> AddGroupAsync() =>
        await stage.UseAsync(async db =>
        {
            var group = new Group
            {
                WorkspaceId = stage.WorkspaceId,
                Name = "Second",
                CreatedAt = new(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            };
            db.Groups.Add(group);
            await db.SaveChangesAsync();
            return group.Id;
        });

    private async Task<int> DoSomethingAsync(MagpieDbContext db, Random random, List<Label> labels, Guid otherGroup)
    {
        var all = await db.Assets.AsNoTracking().Select(a => a.Position).ToListAsync();
        var some = all.Where(_ => random.Next(3) == 0).ToList();
        var label = labels[random.Next(labels.Count)].Id;
        const string returning = "RETURNING \"Position\" AS \"Value\"";
        switch (random.Next(10))
        {
            case 0 or 1:
                db.Assets.AddRange(
                    Enumerable
                        .Range(0, random.Next(1, 12))
                        .Select(number =>
                            stage.NewAsset(
                                $"{number}.jpg",
                                random.Next(3) == 0 ? MediaKind.Video : MediaKind.Image,
                                (AssetStatus)random.Next(4),
                                groupId: random.Next(4) == 0 ? otherGroup : null
                            )
                        )
                );
                await db.SaveChangesAsync();
                break;
            case 2:
                await db.UpdateReturningAsync(
                    $"UPDATE \"Assets\" SET \"Status\" = {{0}} WHERE \"Position\" IN (:positions) {returning}",
                    some,
                    [((AssetStatus)random.Next(4)).ToString()],
                    CancellationToken.None
                );
                break;
            case 3:
                await db.AddLabelAsync(label, some, CancellationToken.None);
                break;
            case 4:
                await db.RemoveLabelAsync(label, some, CancellationToken.None);
                break;
            case 5:
                await LibraryFixture.TrashAsync(db, some);
                break;
            case 6:
                await db.UpdateReturningAsync(
                    $"UPDATE \"Assets\" SET \"TrashedAt\" = NULL WHERE \"Position\" IN (:positions) {returning}",
                    some,
                    [],
                    CancellationToken.None
                );
                break;
            case 7:
                await db.UpdateReturningAsync(
                    $"UPDATE \"Assets\" SET \"GroupId\" = {{0}} WHERE \"Position\" IN (:positions) {returning}",
                    some,
                    [db.KeyOf(random.Next(2) == 0 ? otherGroup : stage.GroupId)],
                    CancellationToken.None
                );
                break;
            case 8:
                var few = some.Take(5).ToList();
                await db.AssetLabels.Where(l => few.Contains(l.Position)).ExecuteDeleteAsync();
                await db.Assets.Where(a => few.Contains(a.Position)).ExecuteDeleteAsync();
                break;
            case 9:
                // As one label is merged into another, both of which stay.
                await db.Database.ExecuteSqlRawAsync(
                    "INSERT INTO \"AssetLabels\" (\"LabelId\", \"Position\") SELECT {0}, \"Position\" FROM \"AssetLabels\" WHERE "
                        + "\"LabelId\" = {1} ON CONFLICT DO NOTHING",
                    label,
                    labels[0].Id
                );
                break;
        }

        return 0;
    }

    private async Task CompareAsync()
    {
        var assets = await stage.UseAsync(db => db.Assets.AsNoTracking().Where(a => a.TrashedAt == null).ToListAsync());
        var counted = assets
            .GroupBy(a => (a.GroupId, (a.CreatedAt.Year * 100) + a.CreatedAt.Month, a.Kind, a.Status))
            .ToDictionary(g => g.Key, g => g.Count());
        var kept = (await stage.UseAsync(db => db.AssetCounts.AsNoTracking().Where(c => c.Count != 0).ToListAsync())).ToDictionary(
            c => (c.GroupId, c.Month, c.Kind, c.Status),
            c => c.Count
        );
        Assert.Equal(counted.OrderBy(c => c.Key), kept.OrderBy(c => c.Key));

        var here = assets.Select(a => a.Position).ToHashSet();
        var carried = await stage.UseAsync(db => db.AssetLabels.AsNoTracking().ToListAsync());
        var onLabels = await stage.UseAsync(db => db.Labels.AsNoTracking().ToDictionaryAsync(l => l.Id, l => l.AssetCount));
        Assert.All(onLabels, label => Assert.Equal(carried.Count(c => c.LabelId == label.Key && here.Contains(c.Position)), label.Value));

        var labelled = carried
            .Join(assets, c => c.Position, a => a.Position, (c, a) => (c.LabelId, (a.CreatedAt.Year * 100) + a.CreatedAt.Month, a.Kind))
            .GroupBy(c => c)
            .ToDictionary(g => g.Key, g => g.Count());
        var byMonth = (await stage.UseAsync(db => db.LabelCounts.AsNoTracking().Where(c => c.Count != 0).ToListAsync())).ToDictionary(
            c => (c.LabelId, c.Month, c.Kind),
            c => c.Count
        );
        Assert.Equal(labelled.OrderBy(c => c.Key), byMonth.OrderBy(c => c.Key));
    }
}
