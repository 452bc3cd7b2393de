using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Magpie.Tests.Features.Library;

/// <summary>Whoever shares or marks what somebody else takes away at the same moment is told, and nothing breaks.</summary>
public sealed class LinkRaceTests(SharedApp app) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_link_that_is_switched_on_and_off_at_once_has_an_address_or_none()
    {
        var asset = await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        var link = $"/api/assets/{asset.GetProperty("id").GetGuid()}/link";

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 120).Select(i => i % 2 == 0 ? app.Owner.Http.PostAsync(link, null) : app.Owner.Http.DeleteAsync(link))
        );

        Assert.All(
            answers,
            answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{answer.StatusCode}")
        );
    }

    [Fact]
    public async Task What_is_shared_while_it_is_deleted_has_no_link_in_the_trash_or_after_it()
    {
        for (var round = 0; round < 12; round++)
        {
            var id = (await app.Owner.AddAssetAsync(FreeMedia.PathOf("still.gif"))).GetProperty("id").GetGuid();

            var deleting = DeleteAsync(id);
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Owner.Http.PostAsync($"/api/assets/{id}/link", null)));
            await deleting;

            Assert.All(
                answers,
                answer =>
                    Assert.True(
                        answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound or HttpStatusCode.Conflict,
                        $"{answer.StatusCode}"
                    )
            );
            Assert.False(await app.InDatabaseAsync(db => db.PublicLinks.AnyAsync(link => link.AssetId == id)));
        }
    }

    [Fact]
    public async Task What_is_starred_while_it_is_deleted_for_good_is_there_or_not()
    {
        for (var round = 0; round < 12; round++)
        {
            var id = Guid.Parse((await app.Owner.UploadAsync(FreeMedia.PathOf("still.gif"))).Split('/')[^1]);
            await app.Owner.ActAsync(new { action = "delete", assetIds = new[] { id } });

            var starring = Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(i =>
                        app.Owner.Http.PostAsJsonAsync(
                            "/api/assets/actions",
                            new { action = i % 2 == 0 ? "star" : "unstar", assetIds = new[] { id } }
                        )
                    )
            );
            using var deleted = await app.Owner.Http.DeleteAsync($"/api/assets/{id}?forever=true");

            Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
            Assert.All(
                await starring,
                answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{answer.StatusCode}")
            );
        }
    }

    private async Task DeleteAsync(Guid id)
    {
        using var trashed = await app.Owner.Http.DeleteAsync($"/api/assets/{id}");
        using var gone = await app.Owner.Http.DeleteAsync($"/api/assets/{id}?forever=true");
    }
}
