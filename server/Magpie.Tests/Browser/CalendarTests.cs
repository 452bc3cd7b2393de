using System.Net.Http.Json;
using System.Text.Json;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Planning with the calendar: by mouse, by keys and by thumb, in a week in which the clocks go forward.</summary>
[Collection<BrowserTests>]
public sealed class CalendarTests(CalendarTests.HarbourApp app, Chromium chromium) : IClassFixture<CalendarTests.HarbourApp>
{
    /// <summary>In Berlin the clocks go forward on the Sunday of it.</summary>
    private const string Week = "/calendar?view=week&date=2030-03-28";

    [Fact]
    public async Task A_tile_of_the_side_library_is_dragged_onto_Thursday_nine_and_its_note_becomes_the_caption()
    {
        var asset = await app.AddAsync("dragged.png", "From the note");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync(Week);
        await window.SeeAsync(SideTile(page, "dragged.png"));

        await DragAsync(page, SideTile(page, "dragged.png"), "2030-03-28", "09:00:00");

        var caption = page.GetByLabel("Caption", new() { Exact = true });
        await Assertions.Expect(caption).ToHaveValueAsync("From the note");
        await window.SeeDayAsync("2030-03-28");
        await Assertions.Expect(page.GetByLabel("Time", new() { Exact = true })).ToHaveValueAsync("09:00");
        await caption.FillAsync("Of its own");
        await window.Button("Save draft").ClickAsync();
        await window.SeeAsync("Draft saved");
        var post = Assert.Single(await PostsOfAsync(asset));
        await window.SeeAsync(page.Locator($"{Post(post.GetProperty("id").GetGuid())}[data-state=draft]"));

        Assert.Equal("From the note", (await app.Owner.GetJsonAsync(asset)).GetProperty("note").GetString());
        await app.Owner.Http.PatchAsJsonAsync(asset, new { note = "Another note" });
        post = Assert.Single(await PostsOfAsync(asset));
        Assert.Equal(
            ("Of its own", "2030-03-28T09:00"),
            (post.GetProperty("caption").GetString(), post.GetProperty("localTime").GetString())
        );
        await DeleteAsync(post);
    }

    [Fact]
    public async Task A_post_that_is_dragged_over_the_change_of_the_clocks_keeps_its_wall_time_and_comes_back_with_Undo()
    {
        var asset = await app.AddAsync("moved.png", null);
        var planned = Post(await app.PlanAsync(asset, "2030-03-30T09:00"));
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync(Week);
        await window.SeeAsync(page.Locator(planned));

        await DragAsync(page, page.Locator(planned), "2030-03-31", "09:00:00");
        await window.SeeAsync("Moved to Sun 31 Mar 2030, 09:00");
        var moved = Assert.Single(await PostsOfAsync(asset));
        Assert.Equal(
            ("2030-03-31T09:00", "2030-03-31T07:00:00Z"),
            (moved.GetProperty("localTime").GetString(), moved.GetProperty("scheduledAt").GetString())
        );

        await window.Button("Undo").ClickAsync();
        await ApiUser.WaitForAsync(
            async () => (await PostsOfAsync(asset))[0].GetProperty("scheduledAt").GetString(),
            at => at is "2030-03-30T08:00:00Z"
        );
        await DeleteAsync(moved);
    }

    [Fact]
    public async Task Keys_move_a_post_and_make_one_of_a_picked_asset()
    {
        var asset = await app.AddAsync("keyed.png", "By keys");
        var planned = Post(await app.PlanAsync(asset, "2030-03-27T10:00"));
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync(Week);
        await window.SeeAsync(page.Locator(planned));

        await page.Locator($"[tabindex='0']:has({planned})").Last.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowRight");
        await window.SeeAsync("Moved to Thu 28 Mar 2030, 10:00");
        await Assertions.Expect(page.Locator($"[tabindex]:focus {planned}")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("m");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Move post" });
        await dialog.GetByLabel("Berlin time").FillAsync("11:30");
        await page.SeeAccessibleAsync("move dialog");
        await page.Keyboard.PressAsync("Enter");
        await window.SeeAsync("Moved to Thu 28 Mar 2030, 11:30");

        await page.GetByText("Used", new() { Exact = true }).ClickAsync();
        await SideTile(page, "keyed.png").Locator("button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Post day").FillAsync("2030-03-29");
        await page.GetByLabel("Post time").FillAsync("15:00");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("By keys");
        await window.SeeDayAsync("2030-03-29");
        await window.Button("Save draft").PressAsync("Enter");
        await window.SeeAsync("Draft saved");
        Assert.Equal(2, (await PostsOfAsync(asset)).Count);
        foreach (var post in await PostsOfAsync(asset))
        {
            await DeleteAsync(post);
        }
    }

    [Fact]
    public async Task A_thumb_picks_from_the_library_and_makes_a_post_on_a_phone()
    {
        var asset = await app.AddAsync("thumbed.png", "By thumb");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, Window.Phone, still: true);
        var page = window.Page;
        await page.GotoAsync("/calendar?date=2030-03-28");
        await window.Button("Library").TapAsync();
        await SideTile(page, "thumbed.png").TapAsync();
        await page.GetByLabel("Post day").FillAsync("2030-03-30");
        await page.SeeAccessibleAsync("side library on a phone");
        await window.Button("Create post").TapAsync();
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("By thumb");
        await window.SeeDayAsync("2030-03-30");
        await window.Button("Save draft").TapAsync();
        await window.SeeAsync("Draft saved");
        await DeleteAsync(Assert.Single(await PostsOfAsync(asset)));
    }

    [Theory, InlineData(ColorScheme.Light), InlineData(ColorScheme.Dark)]
    public async Task Calendar_and_list_are_accessible_in_every_view(ColorScheme scheme)
    {
        var asset = await app.AddAsync($"seen-{scheme}.png", "Seen");
        var planned = Post(await app.PlanAsync(asset, "2030-05-07T09:00"));
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, scheme: scheme, still: true);
        foreach (var view in (string[])["month", "week", "day", "list"])
        {
            await window.Page.GotoAsync($"/calendar?view={view}&date=2030-05-07");
            await window.SeeAsync(window.Page.Locator(planned));
            await window.Page.SeeAccessibleAsync($"calendar by {view}, {scheme}");
        }

        await window.Page.GotoAsync("/posts");
        await window.SeeAsync(window.Page.GetByRole(AriaRole.Listitem).First);
        await window.Page.SeeAccessibleAsync($"posts, {scheme}");
    }

    private static ILocator SideTile(IPage page, string name) =>
        page.Locator("[data-assets]").Filter(new() { Has = page.Locator($"[aria-label^=\"{name},\"]") });

    private static string Post(Guid id) => $"[data-post='{id}']";

    /// <summary>As a hand does it: press, wander, let go in the middle of the slot.</summary>
    private static async Task DragAsync(IPage page, ILocator what, string day, string time)
    {
        // Waits until it lies still.
        await what.HoverAsync(
            new()
            {
                Position = new() { X = 20, Y = 8 },
            }
        );
        var from = (await what.BoundingBoxAsync())!;
        var lane = (await page.Locator($"[data-date='{day}']").Last.BoundingBoxAsync())!;
        var slot = (await page.Locator($"[data-time='{time}']").Last.BoundingBoxAsync())!;
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 40, from.Y + 20, new() { Steps = 4 });
        await page.Mouse.MoveAsync(lane.X + lane.Width / 2, slot.Y + 8, new() { Steps = 12 });
        await page.Mouse.UpAsync();
    }

    private async Task<List<JsonElement>> PostsOfAsync(string asset) =>
        [.. (await app.Owner.GetJsonAsync($"/api/posts?asset={asset.Split('/')[^1]}")).GetProperty("items").EnumerateArray()];

    private Task<HttpResponseMessage> DeleteAsync(JsonElement post) =>
        app.Owner.Http.DeleteAsync($"/api/posts/{post.GetProperty("id").GetGuid()}");

    /// <summary>With a profile in Berlin.</summary>
    public sealed class HarbourApp(Shared<TestApp> shared) : SharedApp(shared)
    {
        private Guid profile;

        /// <summary>Answers its address.</summary>
        public async Task<string> AddAsync(string name, string? note)
        {
            var side = 40 + name.Length;
            var path = Path.Combine(DataFolder, name);
            await File.WriteAllBytesAsync(
                path,
                FlatColours.Png(
                    [(200, 60, 60, 255), ((byte)side, 180, 90, 255), (40, 70, (byte)(name[0] + name[1]), 255), (128, 128, 128, 255)],
                    side: 2 * side
                )
            );
            var asset = await Owner.UploadAsync(path, name);
            await Owner.WaitUntilUnderstoodAsync(asset);
            if (note is not null)
            {
                (await Owner.Http.PatchAsJsonAsync(asset, new { note })).EnsureSuccessStatusCode();
            }

            return asset;
        }

        /// <summary>As a draft that is meant for a time. Answers its id.</summary>
        public async Task<Guid> PlanAsync(string asset, string localTime)
        {
            using var made = await Owner.Http.PostAsJsonAsync(
                "/api/posts",
                new
                {
                    profileId = profile,
                    assetIds = new[] { asset.Split('/')[^1] },
                    localTime,
                }
            );
            return (await made.ReadJsonAsync()).GetProperty("id").GetGuid();
        }

        protected override async Task PrepareAsync()
        {
            using var made = await Owner.Http.PostAsJsonAsync(
                "/api/profiles",
                new
                {
                    network = "instagram",
                    handle = "harbour",
                    timeZone = "Europe/Berlin",
                }
            );
            profile = (await made.ReadJsonAsync()).GetProperty("id").GetGuid();
        }
    }
}
