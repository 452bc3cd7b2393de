using System.Net;
using System.Net.Http.Json;
using Magpie.Model.Workspaces;
using Magpie.Tests.Features.Imports;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Clouds;

[Collection<CloudTests>]
public sealed class CloudImportTests(CloudApp app)
{
    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task A_picture_and_a_video_are_found_picked_and_imported(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        var folder = app[provider].AddFolder($"Olga’s “best” 'pictures' \\ été 海 {provider}");
        app[provider].AddMedia("coast.jpg", folder, "Küste 'im' Mai.jpg");
        app[provider].AddMedia("clip.mp4", folder);
        var top = await member.ListAsync(provider);
        var found = top.Single(entry => entry.GetProperty("id").GetString() == folder);
        Assert.Equal(
            ("folder", app[provider].Files[folder].Name),
            (found.GetProperty("kind").GetString(), found.GetProperty("name").GetString())
        );

        var files = await member.ListAsync(provider, folder);
        Assert.Equal(["Küste 'im' Mai.jpg", "clip.mp4"], files.Names().Order(StringComparer.Ordinal));
        Assert.All(
            files,
            file =>
                Assert.Equal(app[provider].Files[file.GetProperty("id").GetString()!].Bytes!.Length, file.GetProperty("bytes").GetInt64())
        );
        var ids = await member.ImportAsync(
            provider,
            [.. files.Select(file => (file.GetProperty("id").GetString()!, file.GetProperty("name").GetString()!))]
        );

        foreach (var (id, file) in ids.Zip(files))
        {
            var import = await member.WaitForImportAsync(id);
            Assert.Equal(("done", provider), (import.GetProperty("status").GetString(), import.GetProperty("origin").GetString()));
            var asset = await member.WaitUntilUnderstoodAsync($"/api/assets/{id}");
            Assert.Equal(
                ("ready", provider, file.GetProperty("name").GetString()),
                (asset.GetProperty("status").GetString(), asset.GetProperty("origin").GetString(), asset.GetProperty("name").GetString())
            );
            Assert.Equal(
                app[provider].Files[file.GetProperty("id").GetString()!].Bytes,
                await member.Http.GetByteArrayAsync($"/api/assets/{id}/original")
            );
        }
    }

    [Theory]
    [InlineData("dropbox", "This is no longer in Dropbox, or you may not open it there any more. Open the list again.")]
    [InlineData("googleDrive", "This is no longer in Google Drive, or you may not open it there any more. Open the list again.")]
    public async Task A_file_that_is_gone_or_no_picture_after_all_fails_with_its_sentence_and_leaves_nothing(string provider, string gone)
    {
        var member = await app.ConnectedAsync(provider);
        var liar = app[provider].Add(new(app[provider].NewId(), "liar.jpg", "nowhere", "<html></html>"u8.ToArray(), "image/jpeg"));
        var ids = await member.ImportAsync(provider, (app[provider].NewId(), "gone.jpg"), (liar, "liar.jpg"));
        Assert.Equal(gone, await member.FailureOfAsync(ids[0]));
        Assert.StartsWith("*liar.jpg* is an HTML page,", await member.FailureOfAsync(ids[1]), StringComparison.Ordinal);
        foreach (var id in ids)
        {
            Assert.Empty(await ApiUser.WaitForAsync(() => new Leftovers(app).OfAsync(id), left => left.Count == 0));
        }
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task The_size_that_the_list_tells_is_the_total_before_a_byte_has_come_and_after_a_failure(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        var gone = app[provider].NewId();
        using var answer = await member.Http.PostAsJsonAsync(
            $"/api/clouds/{provider}/imports",
            new
            {
                files = new[]
                {
                    new
                    {
                        id = gone,
                        name = "gone.jpg",
                        bytes = 1_234_567,
                    },
                },
            }
        );
        var begun = (await answer.ReadJsonAsync()).GetProperty("items")[0];
        Assert.Equal(("waiting", 1_234_567), (begun.GetProperty("status").GetString(), begun.GetProperty("totalBytes").GetInt64()));
        var id = begun.GetProperty("id").GetGuid();
        Assert.Equal(
            ("failed", 1_234_567),
            (
                (await member.WaitForImportAsync(id)).GetProperty("status").GetString(),
                (await member.GetJsonAsync($"/api/imports/{id}")).GetProperty("totalBytes").GetInt64()
            )
        );
        using var retried = await member.Http.PostAsync($"/api/imports/{id}/retry", null);
        Assert.Equal(1_234_567, (await retried.ReadJsonAsync()).GetProperty("totalBytes").GetInt64());
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task Tokens_that_end_before_an_import_begins_are_renewed_for_it(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        var file = app[provider].AddMedia("alpha.png", "nowhere", $"{provider}.png");
        app[provider].Grants.EndAccess();
        Assert.Null(await member.FailureOfAsync((await member.ImportAsync(provider, (file, "a.png")))[0]));
    }

    [Theory]
    [InlineData("dropbox", "id:../../etc")]
    [InlineData("dropbox", "/Camera/a.jpg")]
    [InlineData("googleDrive", "a/../../about")]
    [InlineData("googleDrive", "a?alt=media")]
    public async Task What_cannot_be_an_id_is_asked_of_nobody(string provider, string id)
    {
        var member = await app.ConnectedAsync(provider);
        await (await member.PickAsync(provider, (id, "a.jpg"))).ShouldBeProblemAsync(404, "not-found");
        await (await member.BrowseAsync(provider, folder: id)).ShouldBeProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_viewer_a_stranger_to_the_group_and_an_empty_hand_import_nothing()
    {
        var viewer = await app.ConnectedAsync("dropbox", GroupRole.Viewer);
        await (await viewer.PickAsync("dropbox", (app.Dropbox.NewId(), "a.jpg"))).ShouldBeProblemAsync(403, "not-allowed");
        var member = await app.ConnectedAsync("dropbox");
        await (await member.PickAsync("dropbox")).ShouldBeProblemAsync(422, "import-files");
        await (await member.PickAsync("dropbox", (app.Dropbox.NewId(), " "))).ShouldBeProblemAsync(400, "invalid-request");
        await (
            await (await app.AddMemberAsync(GroupRole.Editor)).PickAsync("dropbox", (app.Dropbox.NewId(), "a.jpg"))
        ).ShouldBeProblemAsync(409, "cloud-not-connected");
    }

    [Fact]
    public async Task What_a_member_picks_is_theirs_to_read_only_while_they_are_connected()
    {
        var member = await app.ConnectedAsync("dropbox");
        var file = app.Dropbox.AddMedia("still.gif", "nowhere");
        (await member.Http.DeleteAsync("/api/clouds/dropbox")).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.Conflict, (await member.PickAsync("dropbox", (file, "a.gif"))).StatusCode);
    }
}
