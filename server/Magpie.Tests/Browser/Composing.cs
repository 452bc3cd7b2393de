using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>What people do in the composer.</summary>
internal static partial class Composing
{
    public static DateTime InTenDays() => DateTime.UtcNow.AddDays(10);

    [GeneratedRegex("^Schedule for ")]
    public static partial Regex ScheduleFor();

    public static async Task ScheduleAsync(this Window window)
    {
        var page = window.Page;
        await page.GetByLabel("Day", new() { Exact = true }).FillAsync(InTenDays().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
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
