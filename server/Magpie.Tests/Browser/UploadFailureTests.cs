using System.Net;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

[Collection<BrowserTests>]
public sealed class UploadFailureTests(SharedApp app, Chromium chromium) : IClassFixture<SharedApp>
{
    private const int SmallChunkBytes = 512 * 1024;

    /// <summary>The first one and its repetitions, as web/src/features/uploads/transfer.ts has them.</summary>
    private const int AttemptsPerUpload = 6,
        LongestPauseMs = 10_000;

    [Fact]
    public async Task An_upload_that_failed_can_be_retried_and_a_refused_file_exchanged_for_another_one()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        using var film = new LongFilm("stubborn.mp4");
        var page = window.Page;
        await page.Clock.InstallAsync();
        window.Expect("PATCH", "/api/uploads/", HttpStatusCode.InternalServerError);
        await page.GotoAsync("/library");
        await window.SeeAsync(window.Button("Upload"));
        using var refused = await RefuseChunksAsync(page);

        await window.DropAsync(film.Path);
        for (var attempt = 0; attempt < AttemptsPerUpload; attempt++)
        {
            await refused.WaitAsync(TestContext.Current.CancellationToken);
            await page.Clock.FastForwardAsync(LongestPauseMs);
        }

        var line = window.Uploads.Locator("[data-index]").Filter(new() { HasText = "stubborn.mp4" });
        await window.SeeAsync(line.GetByText("Something went wrong on our side."));
        await page.SeeAccessibleAsync("a failed upload");
        await page.UnrouteAllAsync();
        await line.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await window.SeeAsync(window.Tile("stubborn.mp4"));

        var letter = Path.Combine(Directory.CreateTempSubdirectory("magpie-letter-").FullName, "letter.txt");
        await File.WriteAllTextAsync(letter, "Dear reader");
        await window.DropAsync(letter);
        line = window.Uploads.Locator("[data-index]").Filter(new() { HasText = "letter.txt" });
        await window.SeeAsync(line.GetByText("Magpie doesn’t support this format"));
        await window.SeeNoMoreAsync(line.GetByRole(AriaRole.Button, new() { Name = "Retry" }));
        var chooser = await page.RunAndWaitForFileChooserAsync(() =>
            line.GetByRole(AriaRole.Button, new() { Name = "Choose another file" }).ClickAsync()
        );
        await chooser.SetFilesAsync(FreeMedia.PathOf("still.gif"));

        await window.SeeAsync(window.Tile("still.gif"));
        await window.SeeNoMoreAsync(window.Uploads.GetByText("letter.txt"));
        Directory.Delete(Path.GetDirectoryName(letter)!, recursive: true);
    }

    [Fact]
    public async Task A_proxy_that_takes_only_small_bodies_gets_small_chunks()
    {
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        using var film = new LongFilm("proxied.mp4");
        window.Expect("PATCH", "/api/uploads/", HttpStatusCode.RequestEntityTooLarge);
        await window.Page.RouteAsync("**/api/uploads/**", RefuseAsync, new() { Times = 1 });
        var offsets = window.OffsetsSent();
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Button("Upload"));

        await window.DropAsync(film.Path);

        await window.SeeAsync(window.Tile("proxied.mp4"));
        Assert.Equal([0, 0, SmallChunkBytes, 2 * SmallChunkBytes], offsets[..4]);

        static Task RefuseAsync(IRoute route) =>
            route.FulfillAsync(
                new()
                {
                    Status = 413,
                    ContentType = "text/html",
                    Body = "<h1>413 Request Entity Too Large</h1>",
                }
            );
    }

    /// <summary>Answers every chunk with an error, and counts how often.</summary>
    private static async Task<SemaphoreSlim> RefuseChunksAsync(IPage page)
    {
        var refused = new SemaphoreSlim(0);
        await page.RouteAsync(
            "**/api/uploads/**",
            async route =>
            {
                if (route.Request.Method is not "PATCH")
                {
                    await route.ContinueAsync();
                    return;
                }

                await route.FulfillAsync(
                    new()
                    {
                        Status = 500,
                        ContentType = "application/problem+json",
                        Body = """{"type":"urn:magpie:server-error","status":500,"title":"The server is out of breath."}""",
                    }
                );
                refused.Release();
            }
        );
        return refused;
    }
}
