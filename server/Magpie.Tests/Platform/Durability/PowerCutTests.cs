using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Durability;

/// <summary>
/// A real run of the server is recorded, and its power cut at every flush, a moment before that has an effect, and before everything
/// that takes back what was promised: once with nothing on the disk but what was flushed, and some times more with whatever else the
/// kernel may have brought there by itself.
/// </summary>
[RunsOnce]
public sealed class PowerCutTests(RecordedRun run) : IClassFixture<RecordedRun>
{
    private const int Seeds = 3;

    [Fact]
    public void What_was_acknowledged_is_there_after_a_power_cut_at_any_flush()
    {
        var (lost, cuts, promises) = (new List<string>(), 0, new HashSet<Promise>());
        CutAtEveryFlush(
            (disk, moment, flush) =>
            {
                cuts++;
                var held = run.Ledger.HeldAt(moment).ToList();
                promises.UnionWith(held);
                foreach (var seed in Enumerable.Range(0, Seeds + 1).Select(number => number == 0 ? (int?)null : (cuts * Seeds) + number))
                {
                    lost.AddRange(
                        LostOf(held, disk.AfterPowerCut(seed))
                            .Select(what =>
                                $"cut {cuts} before {flush}, {(seed is null ? "only what was flushed" : $"seed {seed}")}: {what}"
                            )
                    );
                }
            }
        );

        TestContext.Current.TestOutputHelper?.WriteLine($"{cuts} power cuts, {promises.Count} promises");
        Assert.True(lost.Count == 0, $"{lost.Count} times something was lost:\n{string.Join('\n', lost.Take(20))}");
        Assert.InRange(cuts, 50, int.MaxValue);
        Assert.Equal(run.Ledger.All.Count, promises.Count);
    }

    [Fact]
    public async Task A_server_that_starts_on_what_is_left_serves_it_and_goes_on()
    {
        using var folder = new TestFolder();
        var next = 0;
        CutAtEveryFlush(
            (disk, moment, _) =>
            {
                if (next < run.Moments.Count && moment > run.Moments[next])
                {
                    disk.AfterPowerCut(seed: next + 1).SaveIn(Path.Combine(folder.Path, $"{next++}"));
                }
            }
        );

        Assert.Equal(run.Moments.Count, next);
        for (var i = 0; i < next; i++)
        {
            await using var server = await RecordedRun.StartOnAsync(Path.Combine(folder.Path, $"{i}"));
            try
            {
                await new RestartedServer(server).CheckAsync(run.Ledger.HeldAt(run.Moments[i]).OfType<PromisedFile>(), run.Unfinished);
            }
            catch (Exception failure)
            {
                Assert.Fail($"After power cut {i}: {failure.Message}\nThe server said:\n{server.Log}");
            }
        }
    }

    private static IEnumerable<string> LostOf(List<Promise> held, Remains remains)
    {
        using var database = new RebuiltDatabase(remains, RecordedRun.Data);
        if (database.Soundness is not "ok")
        {
            return [$"the database is damaged: {database.Soundness}"];
        }

        return database.HasSchema
            ?
            [
                .. held.Where(promise => !promise.IsKeptIn(database)).Select(promise => promise.ToString()),
                .. database.RowsWithoutTheirBytes(),
            ]
            : held.Select(promise => $"{promise}, and with it the schema");
    }

    private void CutAtEveryFlush(Action<Disk, long, SystemCall?> check)
    {
        var disk = run.NewDisk();
        var takenBack = new Queue<long>(run.Ledger.All.Select(promise => promise.Until).Where(until => until < long.MaxValue).Order());
        foreach (var happening in run.Events)
        {
            while (takenBack.TryPeek(out var moment) && moment <= happening.Time)
            {
                check(disk, takenBack.Dequeue() - 1, null);
            }

            if (happening.Ends && disk.IsFlush(happening.Call))
            {
                check(disk, happening.Time, happening.Call);
            }

            disk.Apply(happening);
        }

        check(disk, long.MaxValue - 1, null);
    }
}
