using System.Net.Http.Json;
using Magpie.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Magpie.Tests.Features.Imports;

public sealed class ManyImportsTests(SharedImportApp app) : IClassFixture<SharedImportApp>
{
    private const int MayRun = 4;

    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int running,
        tooMany;

    [Fact]
    public async Task Two_hundred_at_once_all_end_never_more_run_than_may_and_the_site_answers_meanwhile()
    {
        var urls = Enumerable
            .Range(0, 200)
            .Select(i => app.Source.Page($"many/{i}.gif", http => AnswerAsync(http, isThere: i % 10 != 0)))
            .ToList();
        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/imports", new { urls });
        answer.EnsureSuccessStatusCode();

        // As many as may are stuck at a server that does not go on, and all the others wait behind them.
        await ApiUser.WaitForAsync(() => Task.FromResult(Volatile.Read(ref running)), count => count == MayRun);
        await app.Owner.GetJsonAsync("/api/assets?limit=60");
        Assert.InRange(await OpenAsync(), 180, 200); // The others are those that are not there.
        gate.SetResult();
        await ApiUser.WaitUntilNoneIsLeftAsync(OpenAsync);

        var items = (await app.Owner.GetJsonAsync("/api/imports")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(200, items.Count);
        Assert.Equal(180, items.Count(import => import.GetProperty("status").GetString() == "done"));
        Assert.Equal(180, (await app.Owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());
        Assert.Equal(0, Volatile.Read(ref tooMany));
    }

    [Fact]
    public async Task More_than_may_wait_are_refused_as_a_whole()
    {
        var urls = Enumerable.Range(0, 501).Select(i => $"https://media.example/{i}.jpg");
        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/imports", new { urls });
        await answer.ShouldBeProblemAsync(429, "too-many-imports");
    }

    private async Task AnswerAsync(HttpContext http, bool isThere)
    {
        if (Interlocked.Increment(ref running) > MayRun)
        {
            Interlocked.Increment(ref tooMany);
        }

        try
        {
            http.Response.StatusCode = isThere ? 200 : 404;
            await (isThere ? DripUntilTheGateOpensAsync(http, FreeMedia.BytesOf("still.gif")) : Task.CompletedTask);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    /// <summary>A byte a second, so that however long this takes nobody gives it up; then all the rest.</summary>
    private async Task DripUntilTheGateOpensAsync(HttpContext http, byte[] file)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var sent = 0;
        for (; sent < file.Length - 1 && !gate.Task.IsCompleted; sent++)
        {
            await http.Response.Body.WriteAsync(file.AsMemory(sent, 1));
            await http.Response.Body.FlushAsync();
            await Task.WhenAny(gate.Task, beat.WaitForNextTickAsync(http.RequestAborted).AsTask());
        }

        await http.Response.Body.WriteAsync(file.AsMemory(sent));
    }

    private async Task<int> OpenAsync() => (await app.Owner.GetJsonAsync("/api/imports")).GetProperty("open").GetInt32();
}
