using Magpie.Core.Labels;
using Magpie.Platform.Database;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Platform.Database;

public sealed class FoldedNameTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_an_older_Magpie_kept_is_folded_anew_at_the_start_and_labels_that_are_one_become_one()
    {
        var stage = new LibraryFixture(app);
        await stage.OpenAsync();
        var (first, second) = (stage.NewAsset("İSTANBUL café.png"), stage.NewAsset("plain.png"));
        var places = await stage.UseAsync(async db =>
        {
            db.Assets.AddRange(first, second);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE \"Assets\" SET \"SearchName\" = {"old"} WHERE \"Position\" = {first.Position}");
            var labels = await db.EnsureLabelsAsync(stage.GroupId, ["İZMİR", "other", "café"], DateTime.UtcNow, CancellationToken.None);
            var (upper, lower) = (labels.Single(label => label.Name == "İZMİR"), labels.Single(label => label.Name == "other"));
            await db.AddLabelAsync(upper.Id, [first.Position], CancellationToken.None);
            await db.AddLabelAsync(lower.Id, [first.Position, second.Position], CancellationToken.None);
            await db.Database.ExecuteSqlAsync($"UPDATE \"Labels\" SET \"SearchName\" = {"İzmİr"} WHERE \"Id\" = {upper.Id}");
            await db.Database.ExecuteSqlAsync(
                $"UPDATE \"Labels\" SET \"Name\" = {"İzmir"}, \"SearchName\" = {"İzmir"} WHERE \"Id\" = {lower.Id}"
            );
            await db.InstallationSettings.Where(setting => setting.Name == InstallationSetting.FoldVersion).ExecuteDeleteAsync();
            return (First: first.Position, Second: second.Position);
        });

        await stage.UseAsync(async db =>
        {
            await db.FoldAnewAsync(CancellationToken.None);
            await db.FoldAnewAsync(CancellationToken.None);
            return 0;
        });

        Assert.Equal([places.First], await stage.FindAsync(new() { GroupId = stage.GroupId, NamePart = "istanbul cafe" }));
        Assert.Empty(await stage.FindAsync(new() { GroupId = stage.GroupId, NamePart = "old" }));
        var left = await stage.UseAsync(db => db.Labels.AsNoTracking().OrderBy(label => label.SearchName).ToListAsync());
        Assert.Equal(["café", "izmir"], left.Select(label => label.SearchName).Order(StringComparer.Ordinal));
        var merged = left.Single(label => label.SearchName == "izmir");
        Assert.Equal(("İzmir", 2), (merged.Name, merged.AssetCount));
        Assert.Equal(2, (await stage.FindAsync(new() { GroupId = stage.GroupId, Labels = [merged] })).Count);
    }
}
