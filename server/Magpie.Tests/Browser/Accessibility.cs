using System.Text.Json;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

internal static class Accessibility
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(WebApp.FileOf("node_modules/axe-core/axe.min.js")));

    /// <summary>axe finds nothing against WCAG 2.2 A and AA in what the page shows now.</summary>
    public static async Task SeeAccessibleAsync(this IPage page, string state)
    {
        // Through the debugger: the content policy would refuse a script tag. Half-faded colours are judged as they are, so motion ends
        // first.
        await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const ending = document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity);
              await Promise.all(ending.map((a) => a.finished.catch(() => null)));
              const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
              return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')} ${n.failureSummary}`));
            }
            """
        );
        Assert.True(found.GetArrayLength() == 0, $"{state}: {string.Join("\n", found.EnumerateArray().Select(f => f.GetString()))}");
    }
}
