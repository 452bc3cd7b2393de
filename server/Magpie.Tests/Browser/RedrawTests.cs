using System.Net;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>What is drawn again, as React itself tells its developer tools; and what a page shows is what its address says.</summary>
[Collection<BrowserTests>]
public sealed class RedrawTests(SailingApp app, Chromium chromium) : IClassFixture<SailingApp>
{
    /// <summary>
    /// Counts what each commit has drawn again, by whether it lies in the list of uploads; in a production build too, React marks it.
    /// </summary>
    private const string Watch = """
        window.drawn = { uploads: 0, elsewhere: [] };
        const performedWork = 1;
        const hostOf = (fiber) => { let at = fiber; while (at && typeof at.type !== 'string') at = at.child; return at?.stateNode; };
        const isOfUploads = (fiber) => {
          for (let at = fiber; at; at = at.return)
            if (typeof at.type === 'string' && at.stateNode?.getAttribute?.('aria-label') === 'Uploads') return true;
          const host = hostOf(fiber);
          return host?.closest?.('section[aria-label=Uploads]') != null;
        };
        const visit = (fiber) => {
          const before = fiber.alternate;
          if (before !== null && typeof fiber.type !== 'string' && fiber.type && (fiber.flags & performedWork) !== 0) {
            if (isOfUploads(fiber)) window.drawn.uploads += 1;
            else window.drawn.elsewhere.push(hostOf(fiber)?.outerHTML?.slice(0, 80) ?? 'nothing');
          }
          if (before !== null && fiber.child === before.child) return;
          for (let child = fiber.child; child; child = child.sibling) visit(child);
        };
        window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
          supportsFiber: true, renderers: new Map(), inject: () => 1, checkDCE: () => {},
          onCommitFiberRoot: (_, root) => visit(root.current), onCommitFiberUnmount: () => {}, onPostCommitFiberRoot: () => {},
        };
        """;

    [Fact]
    public async Task While_a_file_is_sent_only_its_progress_is_drawn_again()
    {
        await app.AddPictureAsync("beside.jpg", null);
        using var film = new LongFilm("slow.mp4");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        // Cancelled, it is asked for once more, and gone.
        window.Expect("HEAD", "/api/uploads/", HttpStatusCode.NotFound);
        var page = window.Page;
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("beside.jpg"));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await using var network = await SlowNetwork.OfAsync(page, bytesPerSecond: 1_000_000);

        await window.DropAsync(film.Path);
        await window.SeeAsync(window.Uploads.GetByText("s left"));
        await page.EvaluateAsync("() => { window.drawn = { uploads: 0, elsewhere: [] }; }");
        await page.WaitForFunctionAsync("() => window.drawn.uploads > 40");

        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...new Set(window.drawn.elsewhere)]"));
        await window.Button("Cancel all").ClickAsync();
        await window.SeeNoMoreAsync(window.Uploads);
    }

    [Fact]
    public async Task The_list_of_posts_searches_for_what_its_address_says()
    {
        await app.DraftAsync("Regatta of the year");
        await app.DraftAsync("Harbour in the morning");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/posts?q=regatta");
        var box = page.GetByLabel("Search captions");
        await window.SeeAsync("Regatta of the year");
        await window.SeeNoMoreAsync(page.GetByText("Harbour in the morning"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Posts" }).ClickAsync();
        await window.SeeAsync("Harbour in the morning");
        await Assertions.Expect(box).ToHaveValueAsync("");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/posts$"));

        await box.FillAsync("harbour");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[?]q=harbour$"));
        await window.SeeNoMoreAsync(page.GetByText("Regatta of the year"));
    }
}
