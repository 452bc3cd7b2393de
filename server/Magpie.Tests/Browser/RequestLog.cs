using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>What a page asks of the API from now on, in order: <c>GET /api/assets</c>. The stream of events is left out.</summary>
internal sealed class RequestLog
{
    private readonly ConcurrentQueue<string> requests = new();

    public RequestLog(IPage page) =>
        page.Request += (_, request) =>
        {
            var path = new Uri(request.Url).AbsolutePath;
            if (path.StartsWith("/api/", StringComparison.Ordinal) && path is not "/api/events" && request.ResourceType is not "image")
            {
                requests.Enqueue($"{request.Method} {path}");
            }
        };

    public IReadOnlyList<string> All => [.. requests];

    public void Clear() => requests.Clear();
}
