using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Imports;

public sealed class ArrivingAssetTests(SharedImportApp app) : IClassFixture<SharedImportApp>
{
    private ApiUser Owner => app.Owner;

    [Fact]
    public async Task An_import_is_answered_with_the_asset_that_it_becomes_which_can_be_asked_for_until_it_is_there()
    {
        var rest = new TaskCompletionSource();
        var bytes = FreeMedia.BytesOf("clip.mp4");
        var url = app.Source.Page(
            "slow.mp4",
            async http =>
            {
                http.Response.ContentLength = bytes.Length;
                await http.Response.Body.WriteAsync(bytes.AsMemory(0, 20_000));
                await http.Response.Body.FlushAsync();
                await rest.Task;
                await http.Response.Body.WriteAsync(bytes.AsMemory(20_000));
            }
        );

        using var begun = await Owner.Http.PostAsJsonAsync("/api/imports", new { url, name = "Harbour at dawn" });
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        var asset = await begun.ReadJsonAsync();
        var id = asset.GetProperty("id").GetGuid();
        Assert.Equal(
            ("Harbour at dawn", "processing", "url", url),
            (
                asset.GetProperty("name").GetString(),
                asset.GetProperty("status").GetString(),
                asset.GetProperty("origin").GetString(),
                asset.GetProperty("sourceUrl").GetString()
            )
        );

        var arriving = await ApiUser.WaitForAsync(() => ArrivingAsync(Owner, id), seen => seen.Format is not null);
        Assert.Equal(new Arriving("processing", "video", "mp4", "video/mp4", bytes.Length), arriving);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.AddStrangerAsync()).Http.GetAsync($"/api/assets/{id}")).StatusCode);

        rest.SetResult();
        await Owner.WaitForImportAsync(id);
        Assert.Equal("ready", (await Owner.WaitUntilUnderstoodAsync($"/api/assets/{id}")).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_asset_of_a_failed_import_is_gone_with_its_sentence()
    {
        var id = await Owner.ImportAsync(app.Source.Status("gone.png", 404));
        var sentence = await Owner.FailureOfAsync(id);
        Assert.NotNull(sentence);
        using var answer = await Owner.Http.GetAsync($"/api/assets/{id}");
        Assert.Equal(sentence, (await answer.ShouldBeProblemAsync(410, "address-empty")).Sentence());
    }

    private static async Task<Arriving> ArrivingAsync(ApiUser visitor, Guid id)
    {
        using var answer = await visitor.Http.GetAsync($"/api/assets/{id}");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var asset = await answer.ReadJsonAsync();
        return new(
            asset.GetProperty("status").GetString(),
            asset.GetProperty("kind").GetString(),
            asset.GetProperty("format").GetString(),
            asset.GetProperty("mediaType").GetString(),
            asset.GetProperty("bytes").ValueKind is System.Text.Json.JsonValueKind.Number ? asset.GetProperty("bytes").GetInt64() : null
        );
    }

    private sealed record Arriving(string? Status, string? Kind, string? Format, string? MediaType, long? Bytes);
}
