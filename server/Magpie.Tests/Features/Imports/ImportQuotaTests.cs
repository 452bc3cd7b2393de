using Magpie.Model.Billing;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Imports;

public sealed class ImportQuotaTests(SharedImportApp app) : IClassFixture<SharedImportApp>
{
    [Fact]
    public async Task An_import_takes_storage_to_the_byte_and_fails_where_there_is_none_left()
    {
        var owner = await app.AddOwnerAsync(PlanName.Free);
        var workspace = await app.WorkspaceOfAsync(owner);
        var file = FreeMedia.BytesOf("coast.jpg");
        var plain = app.Source.Page("quota/a.jpg", http => http.Response.Body.WriteAsync(file).AsTask());
        Assert.Null(await owner.FailureOfAsync(await owner.ImportAsync(plain)));
        Assert.Equal((file.Length, 0), await StorageAsync(owner));

        // Room for exactly one more.
        await app.InDatabaseAsync(db =>
            db.Workspaces.Where(w => w.Id == workspace.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.StorageBytes, 50_000_000L - file.Length))
        );
        Assert.Null(await owner.FailureOfAsync(await owner.ImportAsync(plain)));
        var full = await owner.FailureOfAsync(await owner.ImportAsync(plain));
        Assert.StartsWith("Storage is full: 50 of 50 MB used, this file needs", full, StringComparison.Ordinal);
        Assert.Equal((50_000_000, 0), await StorageAsync(owner));

        var film = await owner.FailureOfAsync(await owner.ImportAsync(app.Source.Media("clip.mp4", "quota/a.mp4")));
        Assert.Equal("*a.mp4* is a video, and this plan includes pictures only. Change the plan to add videos.", film);
    }

    private async Task<(long, long)> StorageAsync(ApiUser owner)
    {
        var workspace = await app.WorkspaceOfAsync(owner);
        return (workspace.StorageBytes, workspace.ReservedBytes);
    }
}
