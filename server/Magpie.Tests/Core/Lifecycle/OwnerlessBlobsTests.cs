using Magpie.Core.Lifecycle;
using Magpie.Platform.Storage;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Magpie.Tests.Core.Lifecycle;

public sealed class OwnerlessBlobsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_file_that_becomes_an_asset_while_its_owner_is_looked_for_stays()
    {
        var bytes = FreeMedia.BytesOf("clip.mp4");
        var tus = new TusClient(app.Owner.Http);
        using var created = await tus.CreateAsync(bytes.Length, "clip.mp4");
        var upload = created.Header("Location");
        var id = Guid.Parse(upload[^36..]);
        using (await tus.PatchAsync(upload, 0, bytes[..50_000]))
        {
            // Becomes an asset, and is no upload any more, between the first question and the second.
            await using var db = await AfterFirstRead.OpenAsync(
                app,
                async () =>
                {
                    using var rest = await tus.PatchAsync(upload, 50_000, bytes[50_000..]);
                    await app.InDatabaseAsync(within => within.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync());
                }
            );
            var sweep = new OwnerlessBlobs(db, app.Services.GetRequiredService<IBlobStore>(), NullLogger<OwnerlessBlobs>.Instance);

            await sweep.RemoveAsync(upload[^2..], DateTime.MaxValue, TestContext.Current.CancellationToken);
        }

        Assert.Equal(bytes, await app.Owner.Http.GetByteArrayAsync($"/api/assets/{id}/original"));
    }
}
