using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Answers that a page waits for until they are let go.</summary>
internal sealed class HeldAnswers : IDisposable
{
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<HeldAnswers> OfAsync(IPage page, string addresses)
    {
        var held = new HeldAnswers();
        await page.RouteAsync(
            addresses,
            async route =>
            {
                await held.gate.Task;
                await route.ContinueAsync();
            }
        );
        return held;
    }

    public void LetGo() => gate.TrySetResult();

    public void Dispose() => LetGo();
}
