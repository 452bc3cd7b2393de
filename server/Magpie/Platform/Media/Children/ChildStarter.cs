using System.Collections.Concurrent;
using System.Diagnostics;

namespace Magpie.Platform.Media.Children;

/// <summary>
/// Starts every child from one thread that lives as long as this object. A child asks the kernel to be killed when its parent ends, and for
/// the kernel the parent is the thread that started it: with threads of the pool, children would be killed whenever one of those retires.
/// See <c>PR_SET_PDEATHSIG</c> in prctl(2).
/// </summary>
internal sealed class ChildStarter : IDisposable
{
    private readonly BlockingCollection<(ProcessStartInfo Info, TaskCompletionSource<Process> Started)> waiting = [];

    public ChildStarter(ChildUser user)
    {
        User = user;
        new Thread(Run) { IsBackground = true, Name = "media children" }.Start();
    }

    public ChildUser User { get; }

    public Task<Process> StartAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Add((info, started));
        return started.Task;
    }

    public void Dispose() => waiting.CompleteAdding();

    private void Run()
    {
        foreach (var (info, started) in waiting.GetConsumingEnumerable())
        {
            try
            {
                started.SetResult(Process.Start(info)!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        }
    }
}
