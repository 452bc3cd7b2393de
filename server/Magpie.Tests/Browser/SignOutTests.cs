using System.Net;
using System.Text.RegularExpressions;
using Magpie.Model.Workspaces;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>A browser that several members share: what one leaves behind is nobody else's.</summary>
[Collection<BrowserTests>]
public sealed class SignOutTests(SharedApp app, Chromium chromium) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task A_browser_that_keeps_nothing_shows_the_library_all_the_same()
    {
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("alpha.png"), "kept.png");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner);
        await window.Page.AddInitScriptAsync(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
        );
        await window.Page.GotoAsync("/library");
        await window.SeeAsync(window.Tile("kept.png"));

        await window.Tile("kept.png").ClickAsync();

        await window.Page.WaitForURLAsync("**/library?asset=*");
    }

    [Fact]
    public async Task Signing_out_ends_what_is_being_uploaded_in_every_tab_and_the_next_member_uploads_only_their_own()
    {
        var (first, second) = (await NewMemberAsync(), await NewMemberAsync());
        var before = await CountAsync();
        await using var window = await OpenAsync();
        await SignInAsync(window, window.Page, first);
        var tab = await window.OpenTabAsync();
        await tab.GotoAsync("/library");
        using var held = new HeldUploads();
        foreach (var page in (IPage[])[window.Page, tab])
        {
            await held.HoldAsync(page);
            await page.GetByLabel("Files to upload").SetInputFilesAsync(Pictures(6));
        }

        await held.SeeAsync(6);
        await SignOutAsync(window.Page);
        await window.SeeAsync(tab.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }));
        await SignInAsync(window, window.Page, second);
        await held.LetGoAsync(window.Page, tab);

        // What waits its turn would go before it.
        await window.Page.GetByLabel("Files to upload").SetInputFilesAsync(FreeMedia.PathOf("still.gif"));
        await window.SeeAsync(window.Tile("still.gif"));
        Assert.Equal(before + 1, await CountAsync());
        await window.SeeNoMoreAsync(window.Uploads);
    }

    [Fact]
    public async Task What_one_member_has_begun_to_send_is_theirs_to_resume_and_not_the_next_one_s()
    {
        var (first, second) = (await NewMemberAsync(), await NewMemberAsync());
        using var film = new LongFilm("begun.mp4");
        await using var window = await OpenAsync();
        var page = window.Page;
        await SignInAsync(window, page, first);
        using var held = new HeldUploads(afterFirstChunk: true);
        await held.HoldAsync(page);
        await page.GetByLabel("Files to upload").SetInputFilesAsync(film.Path);
        await held.SeeAsync(1);
        await SignOutAsync(page);
        await held.LetGoAsync(page);

        await SignInAsync(window, page, second);
        var offsets = window.OffsetsSent();
        await page.GetByLabel("Files to upload").SetInputFilesAsync(film.Path);
        await window.SeeAsync(window.Tile("begun.mp4"));
        Assert.Equal(0, offsets[0]);
        Assert.Equal(0, await page.GetByText("Upload interrupted").CountAsync());
        await SignOutAsync(page);

        await SignInAsync(window, page, first);
        await window.SeeAsync("Upload interrupted. Choose begun.mp4 again to resume.");
    }

    [Fact]
    public async Task Nothing_that_a_member_had_chosen_opened_or_been_told_is_there_for_the_next_one()
    {
        var (first, second) = (await NewMemberAsync(), await NewMemberAsync());
        await app.Owner.AddAssetAsync(FreeMedia.PathOf("alpha.png"), "chosen.png");
        await using var window = await OpenAsync();
        var page = window.Page;
        await SignInAsync(window, page, first);
        foreach (var end in (Func<Task>[])[() => SignOutAsync(page), () => EndSessionAsync(page)])
        {
            await window.Tile("chosen.png").FocusAsync();
            await page.Keyboard.PressAsync("x");
            await window.SeeAsync(page.GetByText("1 selected").First);
            await page.EvaluateAsync("() => { window.ofTheFirst = true; }");
            await end();
            await SignInAsync(window, page, second);
            await window.SeeNoMoreAsync(page.GetByText("1 selected"));
            await window.SeeNoMoreAsync(page.GetByText("Starred"));
            Assert.Null(await page.EvaluateAsync<bool?>("() => window.ofTheFirst ?? null"));
            await SignOutAsync(page);
            await SignInAsync(window, page, first);
        }

        Assert.DoesNotContain(
            await KeptNamesAsync(page),
            name =>
                !name.Contains("tile-size", StringComparison.Ordinal)
                && !name.Contains("mantine", StringComparison.Ordinal)
                && name is not "magpie-member"
                && !name.Contains(first.Id, StringComparison.Ordinal)
                && !name.Contains(second.Id, StringComparison.Ordinal)
        );
    }

    private sealed record Member(string Id, string Email);

    private async Task<Member> NewMemberAsync()
    {
        var user = (await (await app.AddMemberAsync(GroupRole.Editor)).GetJsonAsync("/api/session")).GetProperty("user");
        return new(user.GetProperty("id").GetString()!, user.GetProperty("email").GetString()!);
    }

    private async Task<int> CountAsync() => (await app.Owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32();

    private async Task<Window> OpenAsync()
    {
        var window = await Window.OpenAsync(chromium, app, still: true);
        // Whoever is not signed in is told so, wherever they ask.
        foreach (var method in (string[])["GET", "HEAD", "POST", "PATCH"])
        {
            window.Expect(method, "/api/", HttpStatusCode.Unauthorized);
        }

        window.Expect("HEAD", "/api/uploads/", HttpStatusCode.NotFound);
        return window;
    }

    /// <summary>On the very page that the last one has left, where there is one.</summary>
    private static async Task SignInAsync(Window window, IPage page, Member member)
    {
        if (!page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await page.GotoAsync("/sign-in");
        }

        await page.GetByLabel("Email").FillAsync(member.Email);
        await page.Locator("input[type=password]").FillAsync(TestApp.OwnerPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await window.SeeAsync(page.GetByRole(AriaRole.Button, new() { Name = "Upload", Exact = true }));
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Account of") }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>As from another device: this page notices when it next asks for something.</summary>
    private static async Task EndSessionAsync(IPage page)
    {
        await page.EvaluateAsync("() => fetch('/api/session', { method: 'DELETE' })");
        await page.GetByRole(AriaRole.Link, new() { Name = "Posts" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
    }

    private static Task<string[]> KeptNamesAsync(IPage page) =>
        page.EvaluateAsync<string[]>(
            "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(key => !key.startsWith('tsr-'))"
        );

    private static IEnumerable<FilePayload> Pictures(int count) =>
        Enumerable
            .Range(0, count)
            .Select(_ =>
            {
                var name = $"{Guid.NewGuid():n}.png";
                var shade = Guid.NewGuid().ToByteArray();
                return new FilePayload
                {
                    Name = name,
                    MimeType = "image/png",
                    Buffer = FlatColours.Png([
                        (shade[0], shade[1], shade[2], 255),
                        (shade[3], shade[4], shade[5], 255),
                        (shade[6], shade[7], shade[8], 255),
                        (shade[9], shade[10], shade[11], 255),
                    ]),
                };
            });
}
