using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>A page whose uploads go no faster than this, until it is disposed of.</summary>
internal sealed class SlowNetwork : IAsyncDisposable
{
    private readonly ICDPSession session;

    private SlowNetwork(ICDPSession session) => this.session = session;

    public static async Task<SlowNetwork> OfAsync(IPage page, int bytesPerSecond)
    {
        var slow = new SlowNetwork(await page.Context.NewCDPSessionAsync(page));
        await slow.session.SendAsync("Network.enable");
        await slow.SetAsync(bytesPerSecond);
        return slow;
    }

    public async ValueTask DisposeAsync()
    {
        await SetAsync(-1);
        await session.DetachAsync();
    }

    private async Task SetAsync(int upload) =>
        await session.SendAsync(
            "Network.emulateNetworkConditions",
            new()
            {
                ["offline"] = false,
                ["latency"] = 0,
                ["downloadThroughput"] = -1,
                ["uploadThroughput"] = upload,
            }
        );
}
