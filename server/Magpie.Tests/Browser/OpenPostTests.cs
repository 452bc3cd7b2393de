using System.Net;
using System.Net.Http.Json;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>
/// A post that is open: beside another member, without a connection, beside the library, published, at an odd hour, or only looked at.
/// </summary>
[Collection<BrowserTests>]
public sealed class OpenPostTests(SailingApp app, Chromium chromium) : IClassFixture<SailingApp>
{
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
        await caption.FillAsync("Begun");
        var posts = await ApiUser.WaitForAsync(() => app.PostsOfAsync(asset), posts => posts.GetArrayLength() == 1);
        var post = posts[0].GetProperty("id").GetGuid();
        await window.SeeAsync(page.GetByText("Saved", new() { Exact = true }));

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
        var caption = page.GetByLabel("Caption", new() { Exact = true });
        foreach (var name in (string[])["drag-1.jpg", "drag-2.jpg"])
        {
            await window.Tile(name).HoverAsync();
            await window.Tile(name).DragToAsync(caption);
        }

        await window.SeeOrderAsync("drag-1.jpg", "drag-2.jpg");
        await Assertions.Expect(caption).ToHaveValueAsync("Dragged");
        await page.SeeAccessibleAsync("beside the library");
        await page.Locator("[data-media]")
            .First.DragToAsync(
                page.Locator("[data-media]").Last,
                new()
                {
                    TargetPosition = new() { X = 110, Y = 60 },
                }
            );
        await window.SeeOrderAsync("drag-2.jpg", "drag-1.jpg");
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
        await window.Profile("@sails · X").ClickAsync();
        await window.Profile("Sails · Instagram").ClickAsync();
        await window.Button("Trim trimmed.mp4").ClickAsync();
        var end = page.GetByRole(AriaRole.Slider, new() { Name = "End" });
        await end.FocusAsync();
        for (var step = 0; step < 5; step++)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        await page.SeeAccessibleAsync("trim");
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Trim trimmed.mp4" })
            .GetByRole(AriaRole.Button, new() { Name = "Trim", Exact = true })
            .ClickAsync();
        await page.GetByLabel("Caption", new() { Exact = true }).FillAsync("Short.");
        await window.ScheduleAsync();
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
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Duplicate to other profiles" })
            .GetByRole(AriaRole.Button, new() { Name = "Duplicate", Exact = true })
            .ClickAsync();
        await window.Button("Open draft").ClickAsync();
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
        await window.ChooseDayAsync(spring);
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("02:30");
        await window.SeeAsync("02:30 doesn’t exist on");
        await window.SeeAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = new("03:30$") }));
        await window.ChooseDayAsync(autumn);
        await page.GetByLabel("Time", new() { Exact = true }).FillAsync("02:30");
        await window.SeeAsync("02:30 happens twice on");
        await page.GetByText("Second", new() { Exact = true }).ClickAsync();
        await window.SeeAsync("Berlin time (GMT+1)");
        await page.SeeAccessibleAsync("doubled hour");
    }

    [Fact]
    public async Task Looking_at_a_new_post_makes_none_however_it_is_left()
    {
        var asset = await app.AddPictureAsync("glance.jpg", "Only a glance");
        await using var window = await Window.OpenAsync(chromium, app, app.Owner, still: true);
        var page = window.Page;
        await page.GotoAsync("/library?q=glance.jpg");
        await window.Tile("glance.jpg").FocusAsync();
        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("Only a glance");
        await window.Profile("@sails · X").ClickAsync();
        await window.SeeAsync(window.View("X"));
        Assert.Empty((await app.PostsOfAsync(asset)).EnumerateArray());
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(window.Tile("glance.jpg")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("p");
        await Assertions.Expect(page.GetByLabel("Caption", new() { Exact = true })).ToHaveValueAsync("Only a glance");
        await page.CloseAsync(new() { RunBeforeUnload = true });
        Assert.Empty((await app.PostsOfAsync(asset)).EnumerateArray());
    }

    /// <summary>When the clocks of Berlin are changed, next year.</summary>
    private static DateTime LastSundayOf(int month)
    {
        var last = new DateTime(DateTime.UtcNow.Year + 1, month, 31);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    private Task<string?> SeeCaptionAsync(Guid post, string caption) =>
        ApiUser.WaitForAsync(
            async () => (await app.Owner.GetJsonAsync($"/api/posts/{post}")).GetProperty("caption").GetString(),
            found => found == caption
        );
}
