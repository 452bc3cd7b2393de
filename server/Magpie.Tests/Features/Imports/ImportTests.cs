using System.Net;
using System.Net.Http.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Imports;

public sealed class ImportTests(SharedImportApp app) : IClassFixture<SharedImportApp>
{
    private const string Uniform = "This address can’t be imported. It must be public, use https and need no sign-in.";

    private ApiUser Owner => app.Owner;

    [Fact]
    public async Task A_look_at_a_picture_shows_it_with_its_type_size_and_dimensions()
    {
        using var answer = await Owner.ProbeAsync(
            app.Source.Media("coast.jpg", "beach/Coast%20in%20May.jpg".Replace("%20", " ", StringComparison.Ordinal))
                .Replace(" ", "%20", StringComparison.Ordinal)
        );
        var file = await answer.ReadJsonAsync();
        Assert.Equal("Coast in May.jpg", file.GetProperty("fileName").GetString());
        Assert.Equal(
            ("image", "jpeg", "image/jpeg"),
            (file.GetProperty("kind").GetString(), file.GetProperty("format").GetString(), file.GetProperty("mediaType").GetString())
        );
        Assert.Equal(FreeMedia.BytesOf("coast.jpg").Length, file.GetProperty("bytes").GetInt64());
        Assert.True(file.GetProperty("width").GetInt32() > 0 && file.GetProperty("height").GetInt32() > 0);
        Assert.StartsWith("data:image/webp;base64,", file.GetProperty("preview").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_at_a_large_file_reads_its_beginning_only()
    {
        // Somewhat more than a look may read of the 19 MB, then nothing: one that wanted all of it would be given up.
        var url = app.Source.Page(
            "large.png",
            async http =>
            {
                http.Response.ContentLength = 19_000_000;
                await http.Response.Body.WriteAsync(FreeMedia.BytesOf("alpha.png"));
                await http.Response.Body.WriteAsync(new byte[4_500_000]);
                await http.Response.Body.FlushAsync();
                await Task.Delay(Timeout.Infinite, http.RequestAborted);
            }
        );
        var file = await (await Owner.ProbeAsync(url)).ReadJsonAsync();
        Assert.Equal(19_000_000, file.GetProperty("bytes").GetInt64());
        Assert.True(file.GetProperty("width").GetInt32() > 0);
    }

    [Fact]
    public async Task What_could_not_be_imported_tells_its_code_and_the_values_of_its_sentence()
    {
        var id = await Owner.ImportAsync(app.Source.Media("refuse_text.jpg", "values/odd.jpg"));

        var failure = (await Owner.WaitForImportAsync(id)).GetProperty("failure");

        Assert.Equal("format-not-kept", failure.GetProperty("code").GetString());
        Assert.Equal("odd.jpg", failure.GetProperty("members").GetProperty("file").GetString());
    }

    [Theory]
    [InlineData("coast.jpg", null, "coast.jpg", "jpeg")]
    [InlineData("clip.mp4", "Our clip", "Our clip", "mp4")]
    public async Task A_file_is_imported_in_the_background_and_remembers_where_it_came_from(
        string media,
        string? name,
        string kept,
        string format
    )
    {
        var url = app.Source.Media(media, $"kept-{media}/{media}");
        var id = await Owner.ImportAsync(url, name);
        var import = await Owner.WaitForImportAsync(id);
        Assert.Equal("done", import.GetProperty("status").GetString());
        var asset = await Owner.WaitUntilUnderstoodAsync(import.GetProperty("asset").GetString()!);
        Assert.Equal(
            (kept, format, "url", url, "ready"),
            (
                asset.GetProperty("name").GetString(),
                asset.GetProperty("format").GetString(),
                asset.GetProperty("origin").GetString(),
                asset.GetProperty("sourceUrl").GetString(),
                asset.GetProperty("status").GetString()
            )
        );
        Assert.Equal(FreeMedia.BytesOf(media), await Owner.Http.GetByteArrayAsync($"/api/assets/{id}/original"));
        Assert.Single(app.BlobFilesOf(id), file => !file.StartsWith("renditions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_addresses_are_imported_with_labels_and_a_second_copy_is_pointed_out()
    {
        string[] urls =
        [
            app.Source.Media("still.gif", "several/a.gif"),
            app.Source.Media("still.gif", "several/b.gif"),
            app.Source.Media("alpha.png", "several/c.png"),
        ];
        using var answer = await Owner.Http.PostAsJsonAsync("/api/imports", new { urls, labels = new[] { "Harbour" } });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var ids = (await answer.ReadJsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("id").GetGuid())
            .ToList();
        Assert.Equal(3, ids.Count);
        var ended = await Task.WhenAll(ids.Select(Owner.WaitForImportAsync));
        Assert.All(ended, import => Assert.Equal("done", import.GetProperty("status").GetString()));
        Assert.Contains(ended[..2], import => import.GetProperty("duplicateOf").ValueKind is not System.Text.Json.JsonValueKind.Null);
        Assert.Equal("Harbour", (await Owner.GetJsonAsync($"/api/assets/{ids[2]}")).GetProperty("labels")[0].GetString());
        Assert.Equal(3, (await Owner.GetJsonAsync("/api/assets?label=harbour")).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("http://media.example/a.jpg", "address-unreachable", Uniform)]
    [InlineData("https://user:secret@media.example/a.jpg", "address-unreachable", Uniform)]
    [InlineData("https://10.0.0.1/a.jpg", "address-unreachable", Uniform)]
    [InlineData("https://nowhere.invalid/a.jpg", "address-unreachable", Uniform)]
    [InlineData("a.jpg", "address-invalid", "This is not an address. Paste a whole one that begins with https://.")]
    public async Task What_cannot_be_reached_is_told_in_one_sentence(string url, string type, string sentence)
    {
        using var probed = await Owner.ProbeAsync(url);
        Assert.Equal(sentence, (await probed.ShouldBeProblemAsync(422, type)).Sentence());
        using var started = await Owner.Http.PostAsJsonAsync("/api/imports", new { url });
        if (started.StatusCode is HttpStatusCode.Accepted)
        {
            Assert.Equal(sentence, await Owner.FailureOfAsync((await started.ReadJsonAsync()).GetProperty("id").GetGuid()));
        }
        else
        {
            Assert.Equal(sentence, (await started.ShouldBeProblemAsync(422, type)).Sentence());
        }
    }

    [Fact]
    public async Task Cancelling_ends_it_at_once_and_leaves_nothing()
    {
        var went = new TaskCompletionSource();
        var url = app.Source.Page(
            "endless.mp4",
            async http =>
            {
                await http.Response.Body.WriteAsync(FreeMedia.BytesOf("clip.mp4").AsMemory(0, 20_000));
                await http.Response.Body.FlushAsync();
                http.RequestAborted.Register(() => went.TrySetResult());
                using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
                while (await beat.WaitForNextTickAsync(http.RequestAborted))
                {
                    await http.Response.Body.WriteAsync(new byte[10_000]);
                    await http.Response.Body.FlushAsync();
                }
            }
        );
        var id = await Owner.ImportAsync(url);
        await ApiUser.WaitForAsync(
            () => Owner.GetJsonAsync($"/api/imports/{id}"),
            import => import.GetProperty("receivedBytes").GetInt64() > 0
        );
        Assert.Equal(HttpStatusCode.NoContent, (await Owner.Http.DeleteAsync($"/api/imports/{id}")).StatusCode);
        await went.Task.WaitAsync(ApiUser.Timeout);
        Assert.Equal(HttpStatusCode.NotFound, (await Owner.Http.DeleteAsync($"/api/imports/{id}")).StatusCode);
        await NothingIsLeftOfAsync(id);
    }

    [Fact]
    public async Task A_failed_import_is_retried_and_then_taken_off_the_list_without_its_asset()
    {
        var url = app.Source.Status("later.png", 503);
        var id = await Owner.ImportAsync(url);
        Assert.Equal("The server at this address can’t give out the file right now. Retry later.", await Owner.FailureOfAsync(id));
        app.Source.Media("sixteen_bit.png", "later.png");
        (await Owner.Http.PostAsync($"/api/imports/{id}/retry", null)).EnsureSuccessStatusCode();
        Assert.Null(await Owner.FailureOfAsync(id));
        await (await Owner.Http.PostAsync($"/api/imports/{id}/retry", null)).ShouldBeProblemAsync(409, "not-failed");
        Assert.Equal(HttpStatusCode.NoContent, (await Owner.Http.DeleteAsync($"/api/imports/{id}")).StatusCode);
        Assert.Equal("later.png", (await Owner.GetJsonAsync($"/api/assets/{id}")).GetProperty("name").GetString());
    }

    [Fact]
    public async Task Nobody_sees_or_touches_the_imports_of_somebody_else()
    {
        var id = await Owner.ImportAsync(app.Source.Status("mine.png", 404));
        await Owner.WaitForImportAsync(id);
        foreach (var other in (ApiUser[])[await app.AddMemberAsync(GroupRole.Editor), await app.AddStrangerAsync()])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.Http.GetAsync($"/api/imports/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Http.DeleteAsync($"/api/imports/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await other.Http.PostAsync($"/api/imports/{id}/retry", null)).StatusCode);
            Assert.Equal(0, (await other.GetJsonAsync("/api/imports")).GetProperty("items").GetArrayLength());
        }

        using var foreign = await (await app.AddStrangerAsync()).Http.PostAsJsonAsync(
            "/api/imports",
            new { url = "https://media.example/", group = await app.MainGroupAsync() }
        );
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var viewer = await (await app.AddMemberAsync(GroupRole.Viewer)).Http.PostAsJsonAsync(
            "/api/imports",
            new { url = "https://media.example/" }
        );
        await viewer.ShouldBeProblemAsync(403, "not-allowed");
    }

    [Fact]
    public async Task What_a_contributor_imports_waits_for_an_editor()
    {
        var contributor = await app.AddMemberAsync(GroupRole.Contributor);
        var id = await contributor.ImportAsync(app.Source.Media("still.webp", "contributed.webp"));
        await contributor.WaitForImportAsync(id);
        Assert.Equal("draft", (await contributor.WaitUntilUnderstoodAsync($"/api/assets/{id}")).GetProperty("status").GetString());
    }

    private async Task NothingIsLeftOfAsync(Guid id) =>
        Assert.Empty(await ApiUser.WaitForAsync(() => new Leftovers(app).OfAsync(id), left => left.Count == 0));
}
