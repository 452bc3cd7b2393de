using System.Net;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

[Collection<BrowserTests>]
public sealed class UploadWindowTests(SharedApp app, Chromium chromium) : IClassFixture<SharedApp>
{
    private const int ChunkBytes = 8 * 1024 * 1024;

    [Fact]
    public async Task A_dropped_folder_brings_everything_in_it()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        var folder = Directory.CreateTempSubdirectory("magpie-drop-");
        var below = folder.CreateSubdirectory("below").FullName;
        File.Copy(FreeMedia.PathOf("still.gif"), Path.Combine(folder.FullName, "outer.gif"));
        File.Copy(FreeMedia.PathOf("alpha.png"), Path.Combine(below, "inner.png"));
        foreach (var side in (string[])[".DS_Store", "inner.AAE", "inner.png.json"])
        {
            await File.WriteAllTextAsync(Path.Combine(below, side), "litter");
        }

        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Button("Upload"));

        await window.DropAsync(folder.FullName);

        await window.SeeAsync(window.Uploads.GetByText("3 side files skipped").First);
        await window.SeeAsync(window.Tile("outer.gif"));
        await window.SeeAsync(window.Tile("inner.png"));
        Assert.Empty(await window.Uploads.GetByText("failed").AllAsync());
        await window.SeeNoMoreAsync(window.Uploads);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Side_files_are_left_out_of_a_chosen_folder_and_one_that_is_chosen_by_hand_is_refused_in_words()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, Window.Phone);
        var folder = Directory.CreateTempSubdirectory("magpie-card-");
        File.Copy(FreeMedia.PathOf("coast.jpg"), Path.Combine(folder.FullName, "GX010001.THM"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "IMG_1.xmp"), "<x/>");
        await window.Page.GotoAsync("/library");

        await window.Page.GetByLabel("Folder to upload").SetInputFilesAsync(folder.FullName);
        await window.SeeAsync(window.Uploads.GetByText("2 side files skipped").First);
        await window.Page.SeeAccessibleAsync("side files");

        await window.Page.GetByLabel("Files to upload").SetInputFilesAsync(Path.Combine(folder.FullName, "IMG_1.xmp"));
        await window.SeeAsync(window.Uploads.GetByText("This file goes with a photo or video. Upload the photo or video instead."));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_that_the_library_has_is_pointed_out_and_its_copy_can_go()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("animated.webp"));
        var copy = Path.Combine(Directory.CreateTempSubdirectory("magpie-copy-").FullName, "copy.webp");
        File.Copy(FreeMedia.PathOf("animated.webp"), copy);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("animated.webp"));

        await window.DropAsync(copy);

        await window.SeeAsync(window.Uploads.GetByText("Already in the library as animated.webp."));
        await window.SeeAsync(window.Tile("copy.webp"));
        await window.Button("Delete copy").ClickAsync();
        await window.SeeNoMoreAsync(window.Tile("copy.webp"));
        await window.SeeAsync(window.Tile("animated.webp"));
        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
    }

    [Fact]
    public async Task An_upload_whose_connection_is_cut_goes_on_where_it_stopped()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        using var film = new LongFilm("cut.mp4");
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Button("Upload"));
        var offsets = window.OffsetsSent();
        var second = await HoldSecondChunkAsync(window.Page);

        await window.DropAsync(film.Path);
        await second.Reached.Task;
        await window.SeeAsync(window.Uploads.GetByText("8.4 of 24.0 MB"));
        await window.SetOfflineAsync(true);
        second.Gate.SetResult();
        await window.SeeAsync(window.Uploads.GetByText("Waiting for the connection…"));
        await window.SetOfflineAsync(false);

        await window.SeeAsync(window.Tile("cut.mp4"));
        Assert.Single(offsets, 0);
    }

    [Fact]
    public async Task An_upload_that_a_reload_interrupted_resumes_when_the_file_is_chosen_again()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        using var film = new LongFilm("reloaded.mp4");
        var page = window.Page;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.GotoAsync("/library");
        await window.SeeAsync(window.Button("Upload"));
        var second = await HoldSecondChunkAsync(page);
        await page.GetByLabel("Files to upload").SetInputFilesAsync(film.Path);
        await second.Reached.Task;

        await page.ReloadAsync();
        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        second.Gate.SetResult();
        await window.SeeAsync("Upload interrupted. Choose reloaded.mp4 again to resume.");
        var offsets = window.OffsetsSent();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => window.Button("Choose files").ClickAsync());
        await chooser.SetFilesAsync(film.Path);

        await window.SeeAsync(window.Tile("reloaded.mp4"));
        Assert.Equal(ChunkBytes, offsets[0]);
    }

    [Fact]
    public async Task What_one_tab_does_the_other_one_shows()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Button("Upload"));
        var tab = await window.OpenTabAsync();
        await tab.GotoAsync("/library");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }).WaitForAsync();

        await tab.GetByLabel("Files to upload").SetInputFilesAsync(FreeMedia.PathOf("sixteen_bit.png"));
        await window.SeeAsync(window.Tile("sixteen_bit.png"));
        var asset = (await app.Owner.GetJsonAsync("/api/assets?q=sixteen_bit")).GetProperty("items")[0];
        await app.Owner.WaitUntilUnderstoodAsync($"/api/assets/{asset.GetProperty("id").GetString()}");
        using var deleted = await app.Owner.Http.DeleteAsync($"/api/assets/{asset.GetProperty("id").GetString()}");

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await window.SeeNoMoreAsync(window.Tile("sixteen_bit.png"));
    }

    private static async Task<(TaskCompletionSource Reached, TaskCompletionSource Gate)> HoldSecondChunkAsync(IPage page)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.RouteAsync(
            "**/api/uploads/**",
            async route =>
            {
                if (route.Request.Method is "PATCH" && route.Request.Headers["upload-offset"] != "0")
                {
                    reached.TrySetResult();
                    await gate.Task;
                }

                await route.ContinueAsync();
            }
        );
        return (reached, gate);
    }
}
