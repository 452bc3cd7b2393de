using Magpie.Core.Changes;
using Magpie.Features.Library;
using Magpie.Model.Library;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Magpie.Tests.Features.Library;

/// <summary>A change that is saved at the same moment as another one of the same asset.</summary>
public sealed class EditRaceTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_new_name_is_kept_when_the_asset_becomes_something_else_meanwhile()
    {
        var (answer, now) = await EditWhileItBecomesADraftAsync(new(Name: "Summer"));

        Assert.IsType<Ok<AssetDetails>>(answer);
        Assert.Equal(("Summer", AssetStatus.Draft), (now.Name, now.Status));
    }

    [Fact]
    public async Task A_status_is_set_only_over_the_one_that_was_seen()
    {
        var (answer, now) = await EditWhileItBecomesADraftAsync(new(Name: "Summer", Status: AssetStatus.Ready));

        Assert.Equal(409, Assert.IsType<ProblemHttpResult>(answer).StatusCode);
        Assert.Equal(("still.gif", AssetStatus.Draft), (now.Name, now.Status));
    }

    private async Task<(object Answer, Asset Now)> EditWhileItBecomesADraftAsync(EditAssetRequest request)
    {
        var id = (await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"))).GetProperty("id").GetGuid();
        var owner = await app.InDatabaseAsync(within => within.Assets.Where(a => a.Id == id).Select(a => a.CreatedById).SingleAsync());
        await using var db = await AfterFirstRead.OpenAsync(
            app,
            () =>
                app.InDatabaseAsync(within =>
                    within.Assets.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Status, AssetStatus.Draft))
                )
        );
        await using var scope = app.Services.CreateAsyncScope();
        var reader = ActivatorUtilities.CreateInstance<AssetReader>(scope.ServiceProvider, db);

        var answer = await EditAsset.HandleAsync(
            id,
            request,
            new(owner, null),
            db,
            reader,
            app.Services.GetRequiredService<ChangeFeed>(),
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );

        return (answer.Result, await app.InDatabaseAsync(within => within.Assets.AsNoTracking().SingleAsync(a => a.Id == id)));
    }
}
