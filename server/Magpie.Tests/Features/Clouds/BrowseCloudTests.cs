using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Clouds;

[Collection<CloudTests>]
public sealed class BrowseCloudTests(CloudApp app)
{
    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task A_folder_comes_page_by_page_and_whole(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        var cloud = app[provider];
        var folder = cloud.AddFolder("Many");
        var names = Enumerable.Range(1, 7).Select(number => $"{number} of seven.gif").ToArray();
        foreach (var name in names)
        {
            cloud.AddMedia("still.gif", folder, name);
        }

        cloud.MostPerPage = 3;
        try
        {
            List<string> seen = [];
            string? cursor = null;
            for (var pages = 1; ; pages++)
            {
                using var answer = await member.BrowseAsync(provider, folder, cursor: cursor);
                var page = await answer.ReadJsonAsync();
                Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 3);
                seen.AddRange(page.GetProperty("items").EnumerateArray().Names());
                cursor = page.GetProperty("nextCursor").GetString();
                if (cursor is null)
                {
                    Assert.Equal(3, pages);
                    break;
                }
            }

            Assert.Equal(names, seen);
            List<string> found = [];
            using var first = await member.BrowseAsync(provider, search: "of seven");
            var some = await first.ReadJsonAsync();
            found.AddRange(some.GetProperty("items").EnumerateArray().Names());
            using var second = await member.BrowseAsync(provider, search: "of seven", cursor: some.GetProperty("nextCursor").GetString());
            found.AddRange((await second.ReadJsonAsync()).GetProperty("items").EnumerateArray().Names());
            Assert.Equal(names[..6], found);
        }
        finally
        {
            cloud.MostPerPage = 1000;
        }
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task Side_files_are_not_offered_but_counted(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        var cloud = app[provider];
        var folder = cloud.AddFolder("Beside");
        cloud.AddMedia("still.gif", folder);
        cloud.AddMedia("coast.jpg", folder, "._coast.jpg");
        cloud.AddMedia("coast.jpg", folder, "GX010001.THM");
        cloud.Add(new(cloud.NewId(), "IMG_1.AAE", folder, "<plist/>"u8.ToArray(), "application/octet-stream"));
        using var answer = await member.BrowseAsync(provider, folder);
        var page = await answer.ReadJsonAsync();
        Assert.Equal(["still.gif"], page.GetProperty("items").EnumerateArray().Names());
        Assert.Equal(3, page.GetProperty("sideFiles").GetInt32());
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task Names_with_quotes_backslashes_and_any_letters_are_found(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        string[] names = [@"it's 'here'.png", @"back\slash' or name contains 'x.png", "海の写真 “夏”.png", "100%&a=b+c#d.png"];
        foreach (var name in names)
        {
            app[provider].AddMedia("alpha.png", "nowhere", name);
        }

        foreach (var name in names)
        {
            Assert.Equal([name], (await member.ListAsync(provider, search: name)).Names());
        }

        Assert.Empty(await member.ListAsync(provider, search: "not there' or name contains '"));
    }

    [Theory]
    [InlineData("dropbox", "text/plain")]
    [InlineData("googleDrive", "text/plain")]
    [InlineData("googleDrive", "application/vnd.google-apps.document")]
    public async Task Only_folders_and_what_may_be_kept_are_shown_and_the_too_large_say_why_not(string provider, string type)
    {
        var member = await app.ConnectedAsync(provider);
        var cloud = app[provider];
        var folder = cloud.AddFolder($"Mixed {type}");
        cloud.AddFolder("Below", folder);
        cloud.Add(new(cloud.NewId(), provider is "dropbox" ? "notes.txt" : "notes.jpg", folder, [1], type));
        cloud.Add(new(cloud.NewId(), "film.mov", folder, [1], "video/quicktime", Length: 61_400_000));
        cloud.Add(new(cloud.NewId(), "nothing.png", folder, [], "image/png"));
        cloud.AddMedia("coast.jpg", folder);
        var entries = await member.ListAsync(provider, folder);
        Assert.Equal(["Below", "coast.jpg", "film.mov", "nothing.png"], entries.Names().Order(StringComparer.Ordinal));
        Assert.Equal(("folder", "image", "video"), (KindOf("Below"), KindOf("coast.jpg"), KindOf("film.mov")));
        Assert.Equal(
            "*film.mov* is 61.4 MB; videos may be up to 50 MB. Export it smaller, or ask an admin to raise the limit.",
            RefusalOf("film.mov")
        );
        Assert.StartsWith("*nothing.png* is empty.", RefusalOf("nothing.png"), StringComparison.Ordinal);
        Assert.Null(RefusalOf("coast.jpg"));

        string? KindOf(string name) =>
            entries.Single(entry => entry.GetProperty("name").GetString() == name).GetProperty("kind").GetString();
        string? RefusalOf(string name) =>
            entries.Single(entry => entry.GetProperty("name").GetString() == name).GetProperty("refusal").GetString();
    }

    [Theory]
    [InlineData("dropbox")]
    [InlineData("googleDrive")]
    public async Task Thumbnails_come_from_here_and_bring_no_token_along(string provider)
    {
        var member = await app.ConnectedAsync(provider);
        var folder = app[provider].AddFolder("Thumbnails");
        var id = app[provider].AddMedia("coast.jpg", folder);
        var listed = (await member.BrowseAsync(provider, folder));
        var address = (await listed.ReadJsonAsync()).GetProperty("items")[0].GetProperty("thumbnail").GetString()!;
        Assert.StartsWith($"/api/clouds/{provider}/files/", address, StringComparison.Ordinal);
        using var answer = await member.Http.GetAsync(address);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl is { Private: true, MaxAge.TotalMinutes: 10 });
        Assert.Equal(FreeMedia.BytesOf("coast.jpg"), await answer.Content.ReadAsByteArrayAsync());
        Assert.Contains("sandbox", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var all =
            address
            + await listed.Content.ReadAsStringAsync()
            + string.Concat(answer.Headers.Select(header => string.Concat(header.Value)));
        Assert.All(app[provider].Grants.GivenOut, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await member.Http.GetAsync(
                    address.Replace(Uri.EscapeDataString(id), Uri.EscapeDataString(app[provider].NewId()), StringComparison.Ordinal)
                )
            ).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await (await app.AddMemberAsync(Magpie.Model.Workspaces.GroupRole.Editor)).Http.GetAsync(address)).StatusCode
        );
    }

    [Fact]
    public async Task A_thumbnail_elsewhere_is_fetched_without_the_token_and_what_is_no_picture_not_handed_on()
    {
        var member = await app.ConnectedAsync("googleDrive");
        var id = app.Drive.AddMedia("coast.jpg", "nowhere");
        try
        {
            // Another host than the one that is known for thumbnails.
            app.Drive.ForeignThumbnail = app
                .Source.Media("coast.jpg", "elsewhere.jpg")
                .Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
            (await member.Http.GetAsync($"/api/clouds/googleDrive/files/{id}/thumbnail")).Dispose();
            Assert.DoesNotContain("Authorization", app.Source.Seen.GetValueOrDefault("/elsewhere.jpg") ?? new Dictionary<string, string>());
            app.Drive.ForeignThumbnail = app.Source.Put("page.jpg", "<script>alert(1)</script>"u8.ToArray(), "text/html");
            await (await member.Http.GetAsync($"/api/clouds/googleDrive/files/{id}/thumbnail")).ShouldBeProblemAsync(
                404,
                "cloud-not-there"
            );
        }
        finally
        {
            app.Drive.ForeignThumbnail = null;
        }
    }

    [Fact]
    public async Task A_file_that_Dropbox_makes_no_thumbnail_of_has_none()
    {
        var member = await app.ConnectedAsync("dropbox");
        var id = app.Dropbox.Add(new(app.Dropbox.NewId(), "odd.webm", "nowhere", [1, 2, 3], "video/webm"));
        await (await member.Http.GetAsync($"/api/clouds/dropbox/files/{id}/thumbnail")).ShouldBeProblemAsync(404, "cloud-not-there");
    }

    [Theory]
    [InlineData("dropbox", "Dropbox asks to wait, as much was asked of it in a short time. Try again in a minute.")]
    [InlineData("googleDrive", "Google Drive asks to wait, as much was asked of it in a short time. Try again in a minute.")]
    public async Task A_provider_that_is_asked_too_often_says_so(string provider, string sentence)
    {
        var member = await app.ConnectedAsync(provider);
        app[provider].IsBusy = true;
        try
        {
            Assert.Equal(sentence, (await (await member.BrowseAsync(provider)).ShouldBeProblemAsync(429, "cloud-busy")).Sentence());
        }
        finally
        {
            app[provider].IsBusy = false;
        }
    }

    [Fact]
    public async Task A_folder_that_is_gone_and_a_cursor_that_is_over_say_so()
    {
        var member = await app.ConnectedAsync("dropbox");
        await (await member.BrowseAsync("dropbox", app.Dropbox.NewId())).ShouldBeProblemAsync(404, "cloud-not-there");
        await (await member.BrowseAsync("dropbox", cursor: "over")).ShouldBeProblemAsync(409, "cloud-list-changed");
        await (await member.BrowseAsync("dropbox", search: new('a', 201))).ShouldBeProblemAsync(400, "search-too-long");
    }
}
