using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Making a post: from a tile, by keyboard alone, on a phone, with three crops, and beside another member.</summary>
[Collection<BrowserTests>]
public sealed partial class ComposerTests(ComposerTests.SailingApp app, Chromium chromium) : IClassFixture<ComposerTests.SailingApp>
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
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Make a post" }).ClickAsync();

        var caption = page.GetByLabel("Caption", new() { Exact = true });
        await Assertions.Expect(caption).ToHaveValueAsync(Note);
        await window.SeeAsync(page.GetByText("Checklist"));
        await page.SeeAccessibleAsync("composer");
        await caption.FillAsync("Sails up.");
        await window.Button("Save draft").ClickAsync();
        await window.SeeAsync("Draft saved.");
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
            await page.GetByRole(AriaRole.Dialog, new() { Name = "Crop thrice.jpg" }).GetByRole(AriaRole.Button, new() { Name = "Crop", Exact = true }).ClickAsync();
            await ScheduleAsync(window);
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
        await page.TabToAsync("button", "Add a picture or video");
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
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("By keys");

        await page.TabToAsync("[data-media]", key: "Shift+Tab");
        await SeeOrderAsync(window, "keys.jpg", "keys-2.jpg");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await SeeOrderAsync(window, "keys-2.jpg", "keys.jpg");
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

        await page.TabToAsync("textarea");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("Made by keys.");
        await page.TabToAsync("[data-post-day]");
        // The browser's own field has the order of the browser's own language.
        await page.Keyboard.TypeAsync(InTenDays().ToString("MMddyyyy", CultureInfo.InvariantCulture));
        await window.SeeAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = ScheduleFor() }));
        await page.TabToAsync("button", "Schedule for");
        await page.Keyboard.PressAsync("Enter");
        await window.SeeAsync(page.GetByText("Scheduled for"));
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));

        var post = Assert.Single((await app.PostsOfAsync(asset)).EnumerateArray());
        Assert.Equal(("scheduled", "Made by keys."), (post.GetProperty("state").GetString(), post.GetProperty("caption").GetString()));
        Assert.Equal($"{InTenDays():yyyy-MM-dd}T09:00", post.GetProperty("localTime").GetString());
    }

    [Fact]
    public async Task A_thumb_chooses_uploads_orders_and_schedules_on_a_phone()
    {
        var asset = await app.AddPictureAsync("thumb.jpg", "By thumb");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, Window.Phone, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=thumb");
        await window.SeeAsync(window.Tile("thumb.jpg"));
        await window.Button("Make or add").TapAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "New post" }).TapAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Profile" }).TapAsync();
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Sails" }).First.TapAsync();

        await window.Button("Add a picture or video").TapAsync();
        var selector = page.GetByRole(AriaRole.Dialog, new() { Name = "Add media" });
        await selector.GetByLabel("Search by name or label").FillAsync("thumb");
        await selector.Locator("[data-choice][aria-label^='thumb.jpg']").TapAsync();
        var chooser = await page.RunAndWaitForFileChooserAsync(() => selector.GetByRole(AriaRole.Button, new() { Name = "Upload" }).TapAsync());
        await chooser.SetFilesAsync(FreeMedia.PathOf("progressive.jpg"));
        await window.SeeAsync(selector.GetByText("2 chosen"));
        await page.SeeAccessibleAsync("selector on a phone");
        await selector.GetByRole(AriaRole.Button, new() { Name = "Add 2" }).TapAsync();

        await SeeOrderAsync(window, "thumb.jpg", "progressive.jpg");
        await window.Button("More for thumb.jpg").TapAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Move later" }).TapAsync();
        await SeeOrderAsync(window, "progressive.jpg", "thumb.jpg");
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("By thumb");
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.SeeAccessibleAsync("composer on a phone");
        await ScheduleAsync(window);

        var post = Assert.Single((await app.PostsOfAsync(asset)).EnumerateArray());
        Assert.Equal(("scheduled", 2), (post.GetProperty("state").GetString(), post.GetProperty("assets").GetInt32()));
    }

    [Fact]
    public async Task What_two_write_at_once_is_shown_to_both_and_a_lost_connection_loses_nothing()
    {
        var asset = await app.AddPictureAsync("both.jpg", "At first");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        window.Expect("PATCH", "/api/posts", HttpStatusCode.Conflict);
        var page = window.Page;
        await page.GotoAsync("/library?q=both.jpg");
        await window.Tile("both.jpg").FocusAsync();
        await page.Keyboard.PressAsync("p");
        var caption = page.GetByLabel("Caption", new() { Exact = true });
        await Assertions.Expect(caption).ToHaveValueAsync("At first");
        var post = Assert.Single((await app.PostsOfAsync(asset)).EnumerateArray()).GetProperty("id").GetGuid();

        await window.SetOfflineAsync(true);
        await caption.FillAsync("Mine");
        await app.WriteAsync(post, "Theirs");
        await window.SetOfflineAsync(false);
        await window.SeeAsync(window.Button("Keep mine"));
        await window.SeeAsync(page.GetByText("Theirs", new() { Exact = true }));
        await page.SeeAccessibleAsync("two at once");
        await window.Button("Keep mine").ClickAsync();
        await SeeCaptionAsync(post, "Mine");

        await app.WriteAsync(post, "From elsewhere");
        await Assertions.Expect(caption).ToHaveValueAsync("From elsewhere");

        await window.SetOfflineAsync(true);
        await caption.FillAsync("Written in a tunnel");
        await window.Button("Close").ClickAsync();
        await window.SeeAsync("kept on this device");
        await window.SetOfflineAsync(false);
        await page.ReloadAsync();
        await window.Tile("both.jpg").ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Used in" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(caption).ToHaveValueAsync("Written in a tunnel");
        await SeeCaptionAsync(post, "Written in a tunnel");
    }

    [Fact]
    public async Task Tiles_are_dragged_into_a_post_that_stands_beside_the_library_and_into_another_order()
    {
        await app.AddPictureAsync("drag-1.jpg", "Dragged");
        await app.AddPictureAsync("drag-2.jpg", null);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=drag-");
        await window.SeeAsync(window.Tile("drag-1.jpg"));
        await window.Button("New post").ClickAsync();
        await window.Button("Beside the library").ClickAsync();
        var caption = page.GetByLabel("Caption", new() { Exact = true });
        foreach (var name in (string[])["drag-1.jpg", "drag-2.jpg"])
        {
            await window.Tile(name).HoverAsync();
            await window.Tile(name).DragToAsync(caption);
        }

        await SeeOrderAsync(window, "drag-1.jpg", "drag-2.jpg");
        await Assertions.Expect(caption).ToHaveValueAsync("Dragged");
        await page.SeeAccessibleAsync("beside the library");
        await page.Locator("[data-media]").First.DragToAsync(page.Locator("[data-media]").Last, new() { TargetPosition = new() { X = 110, Y = 60 } });
        await SeeOrderAsync(window, "drag-2.jpg", "drag-1.jpg");
    }

    [Fact]
    public async Task A_video_is_trimmed_by_keys_and_a_published_post_is_only_duplicated()
    {
        var asset = await app.Owner.UploadAsync(FreeMedia.PathOf("clip.mp4"), "trimmed.mp4");
        await app.Owner.WaitUntilUnderstoodAsync(asset);
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=trimmed.mp4");
        await window.Tile("trimmed.mp4").FocusAsync();
        await page.Keyboard.PressAsync("p");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Profile" }).ClickAsync();
        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "@sails" }).Last.ClickAsync();
        await window.Button("Trim trimmed.mp4").ClickAsync();
        var end = page.GetByRole(AriaRole.Slider, new() { Name = "End" });
        await end.FocusAsync();
        for (var step = 0; step < 5; step++)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        await page.SeeAccessibleAsync("trim");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Trim trimmed.mp4" }).GetByRole(AriaRole.Button, new() { Name = "Trim", Exact = true }).ClickAsync();
        await page.GetByLabel("Caption", new() { Exact = true }).FillAsync("Short.");
        await ScheduleAsync(window);
        var post = Assert.Single((await app.PostsOfAsync(asset)).EnumerateArray()).GetProperty("id").GetGuid();
        var trim = (await app.Owner.GetJsonAsync($"/api/posts/{post}")).GetProperty("assets")[0].GetProperty("trim");
        Assert.Equal(1.5, trim.GetProperty("end").GetDouble(), 1);

        (await app.Owner.Http.PostAsJsonAsync($"/api/posts/{post}/publish", new { })).EnsureSuccessStatusCode();
        await window.Tile("trimmed.mp4").ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "Used in" }).GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Published post" }).WaitForAsync();
        await window.SeeNoMoreAsync(page.GetByLabel("Caption", new() { Exact = true }));
        await page.SeeAccessibleAsync("published");
        await window.Button("Duplicate").ClickAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Sail pins" }).CheckAsync();
        await page.SeeAccessibleAsync("duplicate");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Duplicate to other profiles" }).GetByRole(AriaRole.Button, new() { Name = "Duplicate", Exact = true }).ClickAsync();
        await window.Button("Open it").ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Draft" }).WaitForAsync();
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("Short.");
    }

    [Fact]
    public async Task An_hour_that_is_missing_or_comes_twice_is_said()
    {
        await app.AddPictureAsync("hours.jpg", "Hours");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=hours.jpg");
        await window.Tile("hours.jpg").FocusAsync();
        await page.Keyboard.PressAsync("p");
        var (spring, autumn) = (LastSundayOf(3), LastSundayOf(10));
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync($"{spring:yyyy-MM-dd}");
        await page.GetByLabel("Time in Berlin").FillAsync("02:30");
        await window.SeeAsync("02:30 does not exist on");
        await window.SeeAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = new("03:30$") }));
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync($"{autumn:yyyy-MM-dd}");
        await page.GetByLabel("Time in Berlin").FillAsync("02:30");
        await window.SeeAsync("02:30 comes twice on");
        await page.GetByText("The second", new() { Exact = true }).ClickAsync();
        await window.SeeAsync("Berlin, GMT+1");
        await page.SeeAccessibleAsync("doubled hour");
    }

    [Fact]
    public async Task Looking_at_a_new_post_and_closing_it_leaves_none()
    {
        var asset = await app.AddPictureAsync("glance.jpg", "Only a glance");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=glance.jpg");
        await window.Tile("glance.jpg").FocusAsync();
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("Only a glance");
        await page.Keyboard.PressAsync("Escape");
        await Visitor.WaitForAsync(() => app.PostsOfAsync(asset), posts => posts.GetArrayLength() == 0);
        await Assertions.Expect(window.Tile("glance.jpg")).ToBeFocusedAsync();
    }

    /// <summary>When the clocks of Berlin are changed, next year.</summary>
    private static DateTime LastSundayOf(int month)
    {
        var last = new DateTime(DateTime.UtcNow.Year + 1, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private static DateTime InTenDays() => DateTime.UtcNow.AddDays(10);

    [GeneratedRegex("^Schedule for ")]
    private static partial Regex ScheduleFor();

    private static async Task ScheduleAsync(Window window)
    {
        var page = window.Page;
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync(InTenDays().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = ScheduleFor() }).ClickAsync();
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));
    }

    private static async Task SeeOrderAsync(Window window, params string[] names)
    {
        var media = window.Page.Locator("[data-media]");
        await Assertions.Expect(media).ToHaveCountAsync(names.Length);
        for (var at = 0; at < names.Length; at++)
        {
            await Assertions.Expect(media.Nth(at)).ToHaveAttributeAsync("aria-label", new Regex($"^{Regex.Escape(names[at])},"));
        }
    }

    private Task<string?> SeeCaptionAsync(Guid post, string caption) => Visitor.WaitForAsync(
        async () => (await app.Owner.GetJsonAsync($"/api/posts/{post}")).GetProperty("caption").GetString(), found => found == caption);

    private async Task<(int Width, int Height)> SizeOfFileAsync(JsonElement post)
    {
        var path = Path.Combine(app.DataFolder, $"{Guid.NewGuid()}.jpg");
        await File.WriteAllBytesAsync(path, await app.Owner.Http.GetByteArrayAsync($"/api/posts/{post.GetProperty("id").GetString()}/assets/0/file"));
        var picture = (await Ffmpeg.ProbeAsync(path)).GetProperty("streams")[0];
        return (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32());
    }

    public sealed class SailingApp : TestApp
    {
        public async Task<string> AddPictureAsync(string name, string? note)
        {
            var asset = await Owner.UploadAsync(FreeMedia.PathOf("coast.jpg"), name);
            await Owner.WaitUntilUnderstoodAsync(asset);
            if (note is not null)
            {
                await SetNoteAsync(asset, note);
            }

            return asset;
        }

        public async Task SetNoteAsync(string asset, string note) => (await Owner.Http.PatchAsJsonAsync(asset, new { note })).EnsureSuccessStatusCode();

        public async Task<JsonElement> PostsOfAsync(string asset) => (await Owner.GetJsonAsync($"/api/posts?asset={asset.Split('/')[^1]}")).GetProperty("items");

        /// <summary>As another tab or another member would.</summary>
        public async Task WriteAsync(Guid post, string caption)
        {
            var version = (await Owner.GetJsonAsync($"/api/posts/{post}")).GetProperty("version").GetInt32();
            (await Owner.Http.PatchAsJsonAsync($"/api/posts/{post}", new { version, caption })).EnsureSuccessStatusCode();
        }

        protected override async Task PrepareAsync()
        {
            await base.PrepareAsync();
            foreach (var (platform, handle, displayName) in ((string, string, string?)[])[("instagram", "sailsofberlin", "Sails"), ("x", "sails", null), ("pinterest", "sailpins", "Sail pins")])
            {
                var answer = await Owner.Http.PostAsJsonAsync("/api/profiles", new { platform, handle, displayName, timeZone = "Europe/Berlin" });
                answer.EnsureSuccessStatusCode();
            }
        }
    }
}
