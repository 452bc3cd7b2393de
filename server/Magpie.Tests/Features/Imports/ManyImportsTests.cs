using System.Diagnostics;
using System.Net.Http.Json;
using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Imports;

public sealed class ManyImportsTests(SharedImportApp app) : IClassFixture<SharedImportApp>
{
    [Fact]
    public async Task Two_hundred_at_once_all_end_never_more_run_than_may_and_the_site_stays_responsive()
    {
        var (now, most) = (0, 0);
        var file = FreeMedia.BytesOf("still.gif");
        var urls = Enumerable.Range(0, 200).Select(i => app.Source.Page($"many/{i}.gif", async http =>
        {
            var running = Interlocked.Increment(ref now);
            most = Math.Max(most, running);
            if (i % 10 == 0)
            {
                http.Response.StatusCode = 404;
            }
            else
            {
                await http.Response.Body.WriteAsync(file);
            }

            Interlocked.Decrement(ref now);
        })).ToList();

        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/imports", new { urls });
        answer.EnsureSuccessStatusCode();
        var slowest = TimeSpan.Zero;
        await Visitor.WaitForAsync(async () =>
        {
            var clock = Stopwatch.StartNew();
            await app.Owner.GetJsonAsync("/api/assets?limit=60");
            slowest = clock.Elapsed > slowest ? clock.Elapsed : slowest;
            return (await app.Owner.GetJsonAsync("/api/imports")).GetProperty("open").GetInt32();
        }, open => open == 0);

        var items = (await app.Owner.GetJsonAsync("/api/imports")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(200, items.Count);
        Assert.Equal(180, items.Count(import => import.GetProperty("status").GetString() == "done"));
        Assert.Equal(180, (await app.Owner.GetJsonAsync("/api/assets/summary")).GetProperty("total").GetInt32());
        Assert.InRange(most, 1, 4);
        Assert.True(slowest < TimeSpan.FromSeconds(3), $"A list took {slowest.TotalSeconds:0.0} s");
    }

    [Fact]
    public async Task More_than_may_wait_are_refused_as_a_whole()
    {
        var urls = Enumerable.Range(0, 501).Select(i => $"https://media.example/{i}.jpg");
        using var answer = await app.Owner.Http.PostAsJsonAsync("/api/imports", new { urls });
        await answer.ShouldBeProblemAsync(429, "too-many-imports");
    }
}
