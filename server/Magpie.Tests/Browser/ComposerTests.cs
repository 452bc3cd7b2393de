using System.Text.Json;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Making a post: from a tile, with three crops, by keyboard alone, and on a phone.</summary>
[Collection<BrowserTests>]
public sealed class ComposerTests(SailingApp app, Chromium chromium) : IClassFixture<SailingApp>
{
    private const string Note = "Morning light over the harbour #sail";

    [Fact]
    public async Task The_note_of_a_tile_becomes_the_caption_and_both_go_their_own_ways()
    {
        var asset = await app.AddPictureAsync("note.jpg", Note);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=note.jpg");
        await window.Tile("note.jpg").ClickAsync(new() { Button = MouseButton.Right });
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Create post" }).ClickAsync();

        var caption = page.GetByLabel("Caption", new() { Exact = true });
        await Assertions.Expect(caption).ToHaveValueAsync(Note);
        await window.SeeAsync(page.GetByText("Checklist"));
        await page.SeeAccessibleAsync("composer");
        await caption.FillAsync("Sails up.");
        await window.Button("Save draft").ClickAsync();
        await window.SeeAsync("Draft saved");
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));
        Assert.Equal(Note, (await app.Owner.GetJsonAsync(asset)).GetProperty("note").GetString());

        await app.SetNoteAsync(asset, "Another note");
        var post = Assert.Single((await app.PostsOfAsync(asset)).EnumerateArray());
        Assert.Equal("Sails up.", post.GetProperty("caption").GetString());

        await window.Tile("note.jpg").ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Used in" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(caption).ToHaveValueAsync("Sails up.");
        await window.Button("Show media notes").ClickAsync();
        await window.SeeAsync("Another note");
        await page.SeeAccessibleAsync("media notes");
    }

    [Fact]
    public async Task The_same_picture_is_scheduled_on_three_profiles_with_three_crops_in_six_clicks()
    {
        var asset = await app.AddPictureAsync("thrice.jpg", "Three ways");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.AddInitScriptAsync("window.clicks = 0; addEventListener('click', (event) => event.isTrusted && clicks++, true);");
        await page.GotoAsync("/library?q=thrice.jpg");
        await window.Tile("thrice.jpg").ClickAsync(new() { Button = MouseButton.Right });
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Create post" }).ClickAsync();
        await window.Profile("@sails · X").ClickAsync();
        await window.Profile("Sail pins · Pinterest").ClickAsync();
        // The right button's click is no click event.
        var clicks = 1 + await page.EvaluateAsync<int>("() => clicks");

        foreach (var (view, shape) in ((string, string)[])[("Instagram", "1:1"), ("X", "16:9"), ("Pinterest", "2:3")])
        {
            await window.View(view).ClickAsync();
            await window.Button("Crop thrice.jpg").ClickAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = shape, Exact = true }).CheckAsync();
            await page.SeeAccessibleAsync($"crop {shape}");
            await page.GetByRole(AriaRole.Dialog, new() { Name = "Crop thrice.jpg" })
                .GetByRole(AriaRole.Button, new() { Name = "Crop", Exact = true })
                .ClickAsync();
            await window.SeeAsync("Only here");
        }

        await window.View("Pinterest").PressAsync("Shift+Tab");
        await window.View("All").ClickAsync();
        var before = await page.EvaluateAsync<int>("() => clicks");
        var day = NextThursday();
        await window.ChooseDayAsync(day);
        await page.SeeAccessibleAsync("a set");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Schedule 3 posts for Thu .*09:00$") }).ClickAsync();
        await window.SeeAsync("3 posts scheduled for Thu");
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));
        clicks += await page.EvaluateAsync<int>("() => clicks") - before;

        Assert.InRange(clicks, 1, 6);
        var posts = (await app.PostsOfAsync(asset)).EnumerateArray().ToList();
        Assert.Equal(3, posts.Count);
        Assert.Single(posts.Select(post => post.GetProperty("setId").GetGuid()).Distinct());
        Assert.All(
            posts,
            post =>
                Assert.Equal(
                    ("scheduled", $"{day:yyyy-MM-dd}T09:00", "Three ways"),
                    (
                        post.GetProperty("state").GetString(),
                        post.GetProperty("localTime").GetString(),
                        post.GetProperty("caption").GetString()
                    )
                )
        );
        var shapesMade = await Task.WhenAll(posts.Select(SizeOfFileAsync));
        Assert.Equal([(533, 800), (800, 800), (1200, 675)], shapesMade.Order());
    }

    [Fact]
    public async Task A_profile_that_is_taken_out_takes_its_post_along_and_the_last_one_stays()
    {
        var asset = await app.AddPictureAsync("chips.jpg", null);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=chips.jpg");
        await window.Tile("chips.jpg").FocusAsync();
        await page.Keyboard.PressAsync("p");
        await window.Profile("@sails · X").ClickAsync();
        await page.GetByLabel("Caption", new() { Exact = true }).FillAsync("For both");
        await ApiUser.WaitForAsync(() => app.PostsOfAsync(asset), posts => posts.GetArrayLength() == 2);

        await window.Profile("@sails · X").ClickAsync();
        var left = await ApiUser.WaitForAsync(() => app.PostsOfAsync(asset), posts => posts.GetArrayLength() == 1);
        Assert.Equal("instagram", left[0].GetProperty("profile").GetProperty("network").GetString());
        await window.SeeNoMoreAsync(window.View("All"));
        await Assertions.Expect(window.Profile("Sails · Instagram")).ToHaveAttributeAsync("aria-disabled", "true");
        await window.Profile("Sails · Instagram").ClickAsync(new() { Force = true });
        await Assertions.Expect(window.Profile("Sails · Instagram")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [Fact]
    public async Task The_keyboard_alone_makes_crops_times_and_schedules_a_post()
    {
        var asset = await app.AddPictureAsync("keys.jpg", "By keys");
        await app.AddPictureAsync("keys-2.jpg", null);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=keys");
        await window.SeeAsync(window.Tile("keys.jpg"));

        await page.Keyboard.PressAsync("n");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "New post" }).WaitForAsync();
        await page.TabToAsync("button", "Add a photo or video");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Search by name or label").Last).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("keys");
        await Assertions.Expect(page.Locator("[data-choice][aria-label^=keys]")).ToHaveCountAsync(2);
        await window.SeeNoMoreAsync(page.Locator("[data-choice]:not([aria-label^=keys])"));
        await page.TabToAsync("[data-choice]");
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Space");
        await page.TabToAsync("button", "Add 2");
        await page.Keyboard.PressAsync("Enter");
        await page.SeeFocusInAsync("New post");
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("By keys");

        await page.TabToAsync("[data-media]", key: "Shift+Tab");
        await window.SeeOrderAsync("keys.jpg", "keys-2.jpg");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await window.SeeOrderAsync("keys-2.jpg", "keys.jpg");
        await page.Keyboard.PressAsync("Delete");
        await window.SeeNoMoreAsync(page.Locator("[data-media][aria-label^='keys-2']"));

        await page.TabToAsync("[aria-label='Crop keys.jpg']");
        await page.Keyboard.PressAsync("Enter");
        var crop = page.GetByRole(AriaRole.Dialog, new() { Name = "Crop keys.jpg" });
        await crop.WaitForAsync();
        await page.TabToAsync("input[name=ratio]");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.TabToAsync("[role=slider][aria-label=Zoom]");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.TabToAsync("button", "Crop");
        await page.Keyboard.PressAsync("Enter");
        await window.SeeNoMoreAsync(crop);
        await page.SeeFocusInAsync("New post");

        await page.TabToAsync("textarea");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Made by keys.");
        await page.TabToAsync("[data-post-day]", key: "Shift+Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        var day = DateTime.UtcNow.AddDays(1);
        await window.SeeAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = Composing.ScheduleFor() }));
        await page.TabToAsync("button", "Schedule for");
        await page.Keyboard.PressAsync("Enter");
        await window.SeeAsync(page.GetByText("Scheduled for"));
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));

        var post = Assert.Single((await app.PostsOfAsync(asset)).EnumerateArray());
        Assert.Equal(("scheduled", "Made by keys."), (post.GetProperty("state").GetString(), post.GetProperty("caption").GetString()));
        Assert.Equal($"{day:yyyy-MM-dd}T09:00", post.GetProperty("localTime").GetString());
    }

    [Fact]
    public async Task A_thumb_chooses_uploads_orders_and_schedules_on_a_phone()
    {
        var asset = await app.AddPictureAsync("thumb.jpg", "By thumb");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, Window.Phone, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=thumb");
        await window.SeeAsync(window.Tile("thumb.jpg"));
        await window.Button("Create or add").TapAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "New post" }).TapAsync();
        await Assertions.Expect(window.Profile("Sails · Instagram")).ToHaveAttributeAsync("aria-pressed", "true");

        await window.Button("Add a photo or video").TapAsync();
        var selector = page.GetByRole(AriaRole.Dialog, new() { Name = "Add media" });
        await selector.GetByLabel("Search by name or label").FillAsync("thumb");
        await selector.Locator("[data-choice][aria-label^='thumb.jpg']").TapAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() =>
            selector.GetByRole(AriaRole.Button, new() { Name = "Upload" }).TapAsync()
        );
        await chooser.SetFilesAsync(FreeMedia.PathOf("progressive.jpg"));
        await window.SeeAsync(selector.GetByText("2 selected"));
        await page.SeeAccessibleAsync("selector on a phone");
        await selector.GetByRole(AriaRole.Button, new() { Name = "Add 2" }).TapAsync();

        await window.SeeOrderAsync("thumb.jpg", "progressive.jpg");
        await window.Button("More for thumb.jpg").TapAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Move later" }).TapAsync();
        await window.SeeOrderAsync("progressive.jpg", "thumb.jpg");
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("By thumb");
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.SeeAccessibleAsync("composer on a phone");
        await window.SeeNoMoreAsync(page.GetByText("is still being processed"));
        await window.ScheduleAsync();

        var post = Assert.Single((await app.PostsOfAsync(asset)).EnumerateArray());
        Assert.Equal(("scheduled", 2), (post.GetProperty("state").GetString(), post.GetProperty("assets").GetInt32()));
    }

    /// <summary>Within the next week, and not today.</summary>
    private static DateTime NextThursday()
    {
        var tomorrow = DateTime.UtcNow.AddDays(1);
        return tomorrow.AddDays(((int)DayOfWeek.Thursday - (int)tomorrow.DayOfWeek + 7) % 7);
    }

    private async Task<(int Width, int Height)> SizeOfFileAsync(JsonElement post)
    {
        var path = Path.Combine(app.DataFolder, $"{Guid.NewGuid()}.jpg");
        await File.WriteAllBytesAsync(
            path,
            await app.Owner.Http.GetByteArrayAsync($"/api/posts/{post.GetProperty("id").GetString()}/assets/0/file")
        );
        var picture = (await Ffmpeg.ProbeAsync(path)).GetProperty("streams")[0];
        return (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32());
    }
}
