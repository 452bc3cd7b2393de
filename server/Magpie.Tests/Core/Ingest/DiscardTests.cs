using Magpie.Core.Ingest;
using Magpie.Platform.Storage;
using Magpie.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Core.Ingest;

/// <summary>What becomes of bytes whose way in ended in an error.</summary>
public sealed class DiscardTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task Bytes_of_an_asset_stay_although_whoever_let_them_in_was_told_of_an_error()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        var id = asset.GetProperty("id").GetGuid();

        await DiscardAsync(id, BlobKeys.Original(id));

        Assert.Equal(FreeMedia.BytesOf("still.gif"), await app.Owner.Http.GetByteArrayAsync($"/api/assets/{id}/original"));
    }

    [Fact]
    public async Task Bytes_that_became_no_asset_go()
    {
        var (id, lease) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var key = BlobKeys.Original(id, lease);
        await File.WriteAllBytesAsync(Path.Combine(app.DataFolder, "blobs", key), [1, 2, 3], TestContext.Current.CancellationToken);

        await DiscardAsync(id, key);

        Assert.Empty(app.BlobFilesOf(id));
    }

    private async Task DiscardAsync(Guid id, string key)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AssetIngest>().DiscardAsync(id, key);
    }
}
