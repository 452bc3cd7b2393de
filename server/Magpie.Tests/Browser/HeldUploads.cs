using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>Requests with which pages send files, held on their way until they are let go.</summary>
/// <param name="afterFirstChunk">The beginning of a file passes.</param>
internal sealed class HeldUploads(bool afterFirstChunk = false) : IDisposable
{
    private readonly SemaphoreSlim reached = new(0);
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task HoldAsync(IPage page) =>
        page.RouteAsync(
            "**/api/uploads**",
            async route =>
            {
                var isBeginning = !route.Request.Headers.TryGetValue("upload-offset", out var offset) || offset is "0";
                if (route.Request.Method is "POST" or "PATCH" && !(afterFirstChunk && isBeginning))
                {
                    reached.Release();
                    await gate.Task;
                }

                await route.ContinueAsync();
            }
        );

    /// <summary>So many have been sent and are held.</summary>
    public async Task SeeAsync(int count)
    {
        for (var one = 0; one < count; one++)
        {
            await reached.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task LetGoAsync(params IPage[] pages)
    {
        foreach (var page in pages)
        {
            await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        }

        gate.TrySetResult();
    }

    public void Dispose()
    {
        gate.TrySetResult();
        reached.Dispose();
    }
}
