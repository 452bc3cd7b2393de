using System.Net;
using System.Text.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed class DeleteTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Files_that_come_and_assets_that_go_never_wait_for_each_other()
    {
        Task<string> AddAsync() => app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"));
        var there = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => AddAsync()));

        var coming = Task.WhenAll(Enumerable.Range(0, 32).Select(_ => AddAsync()));
        await Task.WhenAll(
            there.Select(async asset =>
            {
                using var gone = await app.Owner.DeleteForeverAsync(asset);
                Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
            })
        );

        // The other tests count what is there.
        await Task.WhenAll((await coming).Select(asset => app.Owner.WaitUntilUnderstoodAsync(asset)));
    }

    [Fact]
    public async Task Deleting_frees_the_storage_at_once_and_deleting_for_good_takes_row_and_bytes_away()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        var before = await StorageAsync();
        var clip = await app.Owner.AddAssetAsync(FreeMedia.PathOf("clip.mp4"));
        var id = clip.GetProperty("id").GetGuid();
        Assert.Equal(before + clip.GetProperty("bytes").GetInt64(), await StorageAsync());
        Assert.NotEmpty(app.BlobFilesOf(id));

        using var answer = await app.Owner.Http.DeleteAsync($"/api/assets/{id}");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(before, await StorageAsync());
        await (await app.Owner.Http.DeleteAsync($"/api/assets/{id}")).ShouldBeProblemAsync(404, "not-found");

        using var forever = await app.Owner.Http.DeleteAsync($"/api/assets/{id}?forever=true");
        Assert.Equal(HttpStatusCode.NoContent, forever.StatusCode);
        Assert.Equal(before, await StorageAsync());
        Assert.Empty(await new Leftovers(app).OfAsync(id));
        foreach (var address in AddressesOf(clip))
        {
            await (await app.Owner.Http.GetAsync(address)).ShouldBeProblemAsync(404, "not-found");
        }

        await (await app.Owner.Http.DeleteAsync($"/api/assets/{id}?forever=true")).ShouldBeProblemAsync(404, "not-found");
        await (await app.Owner.Http.PostAsync($"/api/assets/{id}/retry", null)).ShouldBeProblemAsync(404, "not-found");
        Assert.Equal(HttpStatusCode.NotFound, (await new TusClient(app.Owner.Http).HeadAsync($"/api/uploads/{id}")).StatusCode);
    }

    [Fact]
    public async Task What_is_deleted_while_it_is_being_processed_leaves_nothing_behind()
    {
        var before = await StorageAsync();
        var deleted = new List<Guid>();
        foreach (var name in new[] { "prores.mov", "clip.mp4", "coast.jpg", "hevc.mov" })
        {
            var asset = await app.Owner.UploadAsync(FreeMedia.PathOf(name));
            using var answer = await app.Owner.DeleteForeverAsync(asset);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            deleted.Add(Guid.Parse(asset.Split('/')[^1]));
        }

        // Jobs run in turn: when this last one is understood, the four have had their chance to leave something.
        var last = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        foreach (var id in deleted)
        {
            await ApiUser.WaitForAsync(() => new Leftovers(app).OfAsync(id), left => left.Count == 0);
        }

        Assert.Equal(before + last.GetProperty("bytes").GetInt64(), await StorageAsync());
    }

    [Fact]
    public async Task Of_many_who_delete_the_same_asset_one_does_and_its_storage_is_freed_once()
    {
        var before = await StorageAsync();
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("coast.jpg"));
        await app.Owner.WaitUntilUnderstoodAsync(asset);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.Owner.Http.DeleteAsync(asset)));

        Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.NoContent);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode is HttpStatusCode.NotFound));
        Assert.Equal(before, await StorageAsync());
    }

    private static IEnumerable<string> AddressesOf(JsonElement asset) =>
        [
            $"/api/assets/{asset.GetProperty("id").GetGuid()}",
            asset.GetProperty("original").GetProperty("url").GetString()!,
            asset.GetProperty("original").GetProperty("downloadUrl").GetString()!,
            .. asset.GetProperty("renditions").EnumerateArray().Select(rendition => rendition.GetProperty("url").GetString()!),
        ];

    private async Task<long> StorageAsync() =>
        (await app.Owner.GetJsonAsync("/api/session")).GetProperty("usage").GetProperty("storageBytes").GetInt64();
}
