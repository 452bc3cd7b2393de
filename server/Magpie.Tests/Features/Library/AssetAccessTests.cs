using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

public sealed class AssetAccessTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task An_asset_of_a_group_that_is_not_mine_is_not_there()
    {
        var asset = await AssetAsync();
        var otherGroup = await app.AddMemberAsync(GroupRole.Editor, await app.AddGroupAsync("Other"));

        foreach (var foreigner in new[] { otherGroup, await app.AddStrangerAsync() })
        {
            foreach (var address in new[] { asset, asset + "/original", asset + "/renditions/thumb" })
            {
                await (await foreigner.Http.GetAsync(address)).ShouldBeProblemAsync(404, "not-found");
            }

            await (await foreigner.Http.DeleteAsync(asset)).ShouldBeProblemAsync(404, "not-found");
            await (await foreigner.Http.PostAsync(asset + "/retry", null)).ShouldBeProblemAsync(404, "not-found");
            await (await foreigner.Http.GetAsync($"/api/assets?group={await app.MainGroupAsync()}")).ShouldBeProblemAsync(404, "not-found");
            await (await foreigner.Http.GetAsync($"/api/assets/summary?group={await app.MainGroupAsync()}")).ShouldBeProblemAsync(
                404,
                "not-found"
            );
            Assert.Empty((await foreigner.GetJsonAsync("/api/assets")).GetProperty("items").EnumerateArray());
            Assert.Equal(0, (await foreigner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());
        }

        await app.Owner.GetJsonAsync(asset);
    }

    [Fact]
    public async Task Who_has_not_signed_in_sees_nothing()
    {
        var asset = await AssetAsync();
        var visitor = app.NewVisitor();

        foreach (
            var address in new[]
            {
                "/api/assets",
                "/api/assets/summary",
                asset,
                asset + "/original",
                asset + "/renditions/thumb",
                "/api/events",
                "/api/tokens",
            }
        )
        {
            await (await visitor.Http.GetAsync(address)).ShouldBeProblemAsync(401, "signed-out");
        }
    }

    [Fact]
    public async Task A_viewer_looks_and_changes_nothing()
    {
        var asset = await AssetAsync();
        var viewer = await app.AddMemberAsync(GroupRole.Viewer);
        await viewer.GetJsonAsync(asset);
        await viewer.Http.GetByteArrayAsync(asset + "/original");

        using var delete = await viewer.Http.DeleteAsync(asset);
        using var retry = await viewer.Http.PostAsync(asset + "/retry", null);

        foreach (var answer in new[] { delete, retry })
        {
            var problem = await answer.ShouldBeProblemAsync(403, "not-allowed");
            Assert.Equal("Viewers of a group cannot change what is in it. Ask an admin for another role.", problem.Sentence());
        }

        await app.Owner.GetJsonAsync(asset);
    }

    [Fact]
    public async Task Only_what_has_failed_can_be_retried()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"), "fine.gif");

        using var answer = await app.Owner.Http.PostAsync($"/api/assets/{asset.GetProperty("id").GetGuid()}/retry", null);

        var problem = await answer.ShouldBeProblemAsync(409, "not-failed");
        Assert.Equal("*fine.gif* has not failed, so there is nothing to retry.", problem.Sentence());
    }

    private Task<string> AssetAsync() => app.Owner.UploadAsync(FreeMedia.PathOf("still.webp"));
}
