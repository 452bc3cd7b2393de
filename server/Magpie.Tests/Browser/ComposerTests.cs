using System.Globalization;
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
    public async Task The_same_picture_is_scheduled_on_three_profiles_with_three_crops()
    {
        var asset = await app.AddPictureAsync("thrice.jpg", "Three ways");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=thrice.jpg");
        (string Profile, string Shape)[] ways = [("Sails", "1:1"), ("@sails", "16:9"), ("Sail pins", "2:3")];
        foreach (var (profile, shape) in ways)
        {
            await window.Tile("thrice.jpg").FocusAsync();
            await page.Keyboard.PressAsync("p");
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Profile" }).ClickAsync();
            await page.GetByRole(AriaRole.Option).Filter(new() { HasText = profile }).First.ClickAsync();
            await window.Button("Crop thrice.jpg").ClickAsync();
            await page.GetByRole(AriaRole.Radio, new() { Name = shape, Exact = true }).CheckAsync();
            await page.SeeAccessibleAsync($"crop {shape}");
            await page.GetByRole(AriaRole.Dialog, new() { Name = "Crop thrice.jpg" })
                .GetByRole(AriaRole.Button, new() { Name = "Crop", Exact = true })
                .ClickAsync();
            await window.ScheduleAsync();
        }

        var posts = await app.PostsOfAsync(asset);
        Assert.Equal(["scheduled", "scheduled", "scheduled"], posts.EnumerateArray().Select(post => post.GetProperty("state").GetString()));
        var shapesMade = await Task.WhenAll(posts.EnumerateArray().Select(SizeOfFileAsync));
        Assert.Equal([(533, 800), (800, 800), (1200, 675)], shapesMade.Order());
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
        await page.TabToAsync("[data-post-day]");
        // The browser's own field has the order of the browser's own language.
        var day = Composing.InTenDays();
        await page.Keyboard.TypeAsync(day.ToString("MMddyyyy", CultureInfo.InvariantCulture));
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
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Profile" }).TapAsync();
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Sails" }).First.TapAsync();

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
