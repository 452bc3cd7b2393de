using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>What somebody restores is not lost to somebody else who removes for good what is in the trash.</summary>
public sealed class TrashRaceTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Emptying_the_trash_removes_nothing_that_was_restored_meanwhile()
    {
        var group = await app.AddGroupAsync("Emptied and restored");
        var assets = await TrashAsync(group, count: 60);

        var emptying = app.Owner.Http.DeleteAsync($"/api/trash?group={group}");
        var restored = await RestoreOneByOneAsync(assets);
        using var emptied = await emptying;

        Assert.Equal(HttpStatusCode.OK, emptied.StatusCode);
        await AreAllThereAsync(restored);
        Assert.Equal(restored.Count, (await app.Owner.GetJsonAsync($"/api/assets/summary?group={group}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Deleting_for_good_one_by_one_removes_nothing_that_was_restored_meanwhile()
    {
        var group = await app.AddGroupAsync("Deleted and restored");
        var assets = await TrashAsync(group, count: 40);

        var deleting = Task.WhenAll(assets.Select(asset => app.Owner.Http.DeleteAsync($"/api/assets/{asset}?forever=true")));
        var restored = await RestoreOneByOneAsync(assets);
        var answers = await deleting;

        await AreAllThereAsync(restored);
        Assert.Equal(assets.Count, restored.Count + answers.Count(answer => answer.StatusCode is HttpStatusCode.NoContent));
    }

    private async Task<List<Guid>> TrashAsync(Guid group, int count)
    {
        var bytes = FreeMedia.BytesOf("still.gif");
        var assets = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            using var answer = await new TusClient(app.Owner.Http).SendFileAsync(bytes, $"{i}.gif", group: group.ToString());
            assets.Add(Guid.Parse(answer.Header("Magpie-Asset").Split('/')[^1]));
        }

        await app.Owner.ActAsync(new { action = "delete", assetIds = assets });
        return assets;
    }

    /// <summary>Answers those of which the server said that it was done.</summary>
    private async Task<List<Guid>> RestoreOneByOneAsync(List<Guid> assets)
    {
        var restored = new List<Guid>();
        await Parallel.ForEachAsync(
            Enumerable.Reverse(assets),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (asset, ct) =>
            {
                using var answer = await app.Owner.Http.PostAsJsonAsync(
                    "/api/assets/actions",
                    new { action = "restore", assetIds = new[] { asset } },
                    ct
                );
                if (answer.StatusCode is HttpStatusCode.NotFound)
                {
                    return; // It was gone before.
                }

                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

                var result = (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("results")[0];
                if (result.GetProperty("outcome").GetString() is "done")
                {
                    lock (restored)
                    {
                        restored.Add(asset);
                    }
                }
                else
                {
                    Assert.Equal("It has just been deleted for good.", result.GetProperty("reason").GetString());
                }
            }
        );
        return restored;
    }

    private async Task AreAllThereAsync(List<Guid> assets)
    {
        foreach (var asset in assets)
        {
            using var original = await app.Owner.Http.GetAsync($"/api/assets/{asset}/original");
            Assert.True(original.IsSuccessStatusCode, $"Restored and gone: {asset}, {(int)original.StatusCode}");
            Assert.Equal(FreeMedia.BytesOf("still.gif"), await original.Content.ReadAsByteArrayAsync());
        }
    }
}
