using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

internal static class Keyboard
{
    /// <summary>Presses Tab, or Shift+Tab, until the focus is on something of that selector whose text begins so.</summary>
    public static async Task TabToAsync(this IPage page, string selector, string text = "", string key = "Tab")
    {
        for (var steps = 0; steps < 200; steps++)
        {
            if (
                await page.EvaluateAsync<bool>(
                    "([selector, text]) => (document.activeElement?.matches(selector) ?? false) && "
                        + "document.activeElement.textContent.startsWith(text)",
                    new[] { selector, text }
                )
            )
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{key} never reached {selector} {text}");
    }

    /// <summary>
    /// A dialog takes the focus back a moment after the one on top of it has closed; keys pressed before that would go astray.
    /// </summary>
    public static Task SeeFocusInAsync(this IPage page, string dialog) =>
        Assertions.Expect(page.GetByRole(AriaRole.Dialog, new() { Name = dialog }).Locator(":focus")).ToHaveCountAsync(1);
}
