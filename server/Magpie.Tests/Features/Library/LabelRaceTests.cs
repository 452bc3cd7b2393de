using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>
/// A label that somebody puts on is there afterwards, under its own name or the one that somebody else gives it meanwhile.
/// </summary>
public sealed class LabelRaceTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Labelling_loses_nothing_to_renaming_and_merging(bool merges)
    {
        var group = await app.AddGroupAsync($"Labelled and {(merges ? "merged" : "renamed")}");
        var assets = await AddAsync(group, count: 25);
        for (var round = 0; round < 12; round++)
        {
            var (from, into) = ($"from {round}", $"into {round}");
            await app.Owner.ActAsync(
                new
                {
                    action = "label",
                    assetIds = assets[..1],
                    labels = merges ? new[] { from, into } : [from],
                }
            );
            var label = (await app.Owner.GetJsonAsync($"/api/labels?group={group}&q={from}"))
                .GetProperty("items")[0]
                .GetProperty("id")
                .GetInt64();

            var labelling = Parallel.ForEachAsync(
                assets[1..],
                new ParallelOptions { MaxDegreeOfParallelism = 6 },
                async (asset, ct) =>
                {
                    using var answer = await app.Owner.Http.PostAsJsonAsync(
                        "/api/assets/actions",
                        new
                        {
                            action = "label",
                            assetIds = new[] { asset },
                            labels = new[] { from },
                        },
                        ct
                    );
                    Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                }
            );
            using var renamed = await app.Owner.Http.PatchAsJsonAsync($"/api/labels/{label}", new { name = into, merge = true });
            await labelling;

            Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
            foreach (var asset in assets)
            {
                var labels = (await app.Owner.GetJsonAsync($"/api/assets/{asset}"))
                    .GetProperty("labels")
                    .EnumerateArray()
                    .Select(name => name.GetString())
                    .ToList();
                Assert.True(labels.Contains(from) || labels.Contains(into), $"Round {round}: {string.Join(", ", labels)}");
            }
        }
    }

    private async Task<List<Guid>> AddAsync(Guid group, int count)
    {
        var assets = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            using var answer = await new TusClient(app.Owner.Http).SendFileAsync(
                FreeMedia.BytesOf("still.gif"),
                $"{i}.gif",
                group: group.ToString()
            );
            assets.Add(Guid.Parse(answer.Header("Magpie-Asset").Split('/')[^1]));
        }

        return assets;
    }
}
