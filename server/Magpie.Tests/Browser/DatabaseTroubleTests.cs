using System.Net;
using Magpie.Tests.Features.Posts;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>What a person sees while the database is away, and how it comes right again by itself.</summary>
[Collection<BrowserTests>]
public sealed class DatabaseTroubleTests(OwnPostgres postgres, Chromium chromium) : IClassFixture<OwnPostgres>
{
    [Fact]
    public async Task While_the_database_is_away_what_is_typed_stays_and_the_page_comes_right_by_itself()
    {
        var files = Path.Combine(WebApp.Repository, "server", "Magpie", "wwwroot");
        await using var server = await ServerProcess.StartNewAsync(await postgres.CreateDatabaseAsync(), ("ASPNETCORE_WEBROOT", files));
        var owner = await server.SetUpAsync();
        var asset = await owner.AddAssetAsync(FreeMedia.PathOf("still.gif"));
        await using var window = await Window.OpenAsync(chromium, server.Address, owner);
        window.Expect("GET", "/api", HttpStatusCode.ServiceUnavailable);
        window.Expect("PATCH", "/api", HttpStatusCode.ServiceUnavailable);
        var tab = window.Page;
        await tab.GotoAsync("/library");
        await window.Tile("still.gif").ClickAsync();
        var note = tab.GetByLabel("Note", new() { Exact = true });
        await window.SeeAsync(note);

        await postgres.StopAsync();
        try
        {
            await note.FillAsync("for the spring campaign");
            await window.Button("Save").ClickAsync();
            await window.SeeAsync("Magpie’s database isn’t responding. Changes will sync when it’s back.");
            await tab.SeeAccessibleAsync("database away");
            await window.ReadAgainInVainAsync($"/api/assets/{asset.Id()}");
            await Assertions.Expect(note).ToHaveValueAsync("for the spring campaign");

            // And who comes just now.
            var other = await window.OpenTabAsync();
            await other.GotoAsync("/settings");
            await window.SeeAsync(other.GetByText("Magpie’s database isn’t responding. Wait a few seconds").First);
            await postgres.StartAsync();
            await window.SeeAsync(other.GetByText(TestApp.OwnerEmail).First);
        }
        finally
        {
            await postgres.StartAsync();
        }

        await window.SeeNoMoreAsync(tab.GetByText("Magpie’s database isn’t responding."));
        await ApiUser.WaitForAsync(
            () => owner.GetJsonAsync($"/api/assets/{asset.Id()}"),
            now => now.GetProperty("note").GetString() == "for the spring campaign"
        );
    }

    [Fact]
    public async Task A_post_that_is_open_while_the_database_goes_away_stays_open_with_what_is_written()
    {
        var files = Path.Combine(WebApp.Repository, "server", "Magpie", "wwwroot");
        await using var server = await ServerProcess.StartNewAsync(await postgres.CreateDatabaseAsync(), ("ASPNETCORE_WEBROOT", files));
        var owner = await server.SetUpAsync();
        var post = await owner.AddPostAsync(await owner.AddProfileAsync());
        await using var window = await Window.OpenAsync(chromium, server.Address, owner);
        window.Expect("GET", "/api", HttpStatusCode.ServiceUnavailable);
        window.Expect("PATCH", "/api", HttpStatusCode.ServiceUnavailable);
        var tab = window.Page;
        await tab.GotoAsync("/posts");
        await tab.GetByText("Post without a caption").First.ClickAsync();
        var caption = tab.GetByLabel("Caption", new() { Exact = true });
        await window.SeeAsync(caption);

        await postgres.StopAsync();
        try
        {
            await caption.FillAsync("Written while it was away");
            await window.ReadAgainInVainAsync($"/api/posts/{post.Id()}");
            await Assertions.Expect(caption).ToHaveValueAsync("Written while it was away");
        }
        finally
        {
            await postgres.StartAsync();
        }

        await ApiUser.WaitForAsync(
            () => owner.GetJsonAsync($"/api/posts/{post.Id()}"),
            now => now.GetProperty("caption").GetString() == "Written while it was away"
        );
    }
}
