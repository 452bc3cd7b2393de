using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Magpie.Tests.Support;
using Microsoft.Playwright;

namespace Magpie.Tests.Browser;

/// <summary>
/// Counts what a page loads, as it comes over the wire: bytes of bodies and heads. Pictures of assets are what the page is for and are
/// left out; what it fetches ahead when it rests, two seconds later, comes after it.
/// </summary>
internal sealed class FirstLoad
{
    private readonly ConcurrentDictionary<string, Answer> answers = new();

    public int Requests => answers.Count;

    public long Scripts => SizeOf("Script");

    public long Styles => SizeOf("Stylesheet");

    public static async Task<FirstLoad> WatchAsync(IPage page)
    {
        var load = new FirstLoad();
        var session = await page.Context.NewCDPSessionAsync(page);
        session.Event("Network.requestWillBeSent").OnEvent += (_, e) => load.Begin(e!.Value);
        session.Event("Network.loadingFinished").OnEvent += (_, e) => load.End(e!.Value);
        // A script that was preloaded is asked for twice, and sent once.
        session.Event("Network.requestServedFromCache").OnEvent += (_, e) =>
            load.answers.TryRemove(e!.Value.GetProperty("requestId").GetString()!, out var _);
        await session.SendAsync("Network.enable");
        return load;
    }

    /// <summary>Until everything has come, and this address too.</summary>
    public Task SeeAsync(string address) =>
        ApiUser.WaitForAsync(
            () =>
                Task.FromResult(
                    string.Join(
                        ' ',
                        answers.Values.Where(answer => !answer.IsComplete && answer.Path is not "/api/events").Select(answer => answer.Path)
                    )
                ),
            open => open.Length == 0 && answers.Values.Any(answer => answer.Path == address)
        );

    public void Describe()
    {
        foreach (var answer in answers.Values.OrderBy(answer => answer.Number))
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{answer.Bytes, 9} {answer.Type, -12} {answer.Path}")
            );
        }
    }

    private long SizeOf(string type) => answers.Values.Where(answer => answer.Type == type).Sum(answer => answer.Bytes);

    private void Begin(JsonElement request)
    {
        var path = new Uri(request.GetProperty("request").GetProperty("url").GetString()!).AbsolutePath;
        var type = request.GetProperty("type").GetString()!;
        if (type is not "Image" || !path.StartsWith("/api/", StringComparison.Ordinal))
        {
            answers[request.GetProperty("requestId").GetString()!] = new(answers.Count, path, type, 0, IsComplete: false);
        }
    }

    private void End(JsonElement finished)
    {
        var id = finished.GetProperty("requestId").GetString()!;
        if (answers.TryGetValue(id, out var answer))
        {
            answers[id] = answer with { Bytes = finished.GetProperty("encodedDataLength").GetInt64(), IsComplete = true };
        }
    }

    private sealed record Answer(int Number, string Path, string Type, long Bytes, bool IsComplete);
}
