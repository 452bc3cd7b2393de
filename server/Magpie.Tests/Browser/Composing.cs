using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>What people do in the composer.</summary>
internal static partial class Composing
{
    public static DateTime InTenDays() => DateTime.UtcNow.AddDays(10);

    [GeneratedRegex("^Schedule (for|[0-9]+ posts for) ")]
    public static partial Regex ScheduleFor();

    /// <summary>One of the next days in the strip, any other in the month.</summary>
    public static async Task ChooseDayAsync(this Window window, DateTime day)
    {
        var button = window.Page.Locator($"[data-day='{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}']:not([disabled])");
        if (day.Date > DateTime.UtcNow.AddDays(5))
        {
            await window.Button("Choose a date").ClickAsync();
            await window.SeeAsync(window.Page.GetByRole(AriaRole.Grid));
            while (await button.CountAsync() == 0)
            {
                await window.Button("Next month").ClickAsync();
            }
        }

        await button.ClickAsync();
    }

    public static Task SeeDayAsync(this Window window, string day) =>
        window.SeeAsync(window.Page.Locator($"[data-day='{day}'][aria-pressed=true]"));

    /// <summary>Takes a profile in or out.</summary>
    public static ILocator Profile(this Window window, string name) =>
        window.Page.GetByRole(AriaRole.Group, new() { Name = "Profiles" }).GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>What all posts share, or the post on one profile.</summary>
    public static ILocator View(this Window window, string name) =>
        window
            .Page.GetByRole(AriaRole.Group, new() { Name = "Edit" })
            .GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(name)}( |$)") });

    public static async Task ScheduleAsync(this Window window)
    {
        var page = window.Page;
        await window.ChooseDayAsync(InTenDays());
        await page.GetByRole(AriaRole.Button, new() { NameRegex = ScheduleFor() }).ClickAsync();
        await window.SeeNoMoreAsync(page.GetByRole(AriaRole.Dialog));
    }

    public static async Task SeeOrderAsync(this Window window, params string[] names)
    {
        var media = window.Page.Locator("[data-media]");
        await Assertions.Expect(media).ToHaveCountAsync(names.Length);
        for (var at = 0; at < names.Length; at++)
        {
            await Assertions.Expect(media.Nth(at)).ToHaveAttributeAsync("aria-label", new Regex($"^{Regex.Escape(names[at])},"));
        }
    }
}
