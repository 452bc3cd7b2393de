using Magpie.Tests.Support;

namespace Magpie.Tests.Platform.Durability;

/// <summary>A day in the life of a server, with all that it wrote and flushed, and all that it promised meanwhile.</summary>
public sealed class RecordedRun : IAsyncLifetime
{
    /// <summary>Where below the recorded folder the data lie: the server makes that folder itself.</summary>
    public const string Data = "magpie";

    private static readonly (string, string) OnSqlite = ("Magpie__Database__Postgres", "");

    private readonly TestFolder folder = new();

    internal Ledger Ledger { get; } = new();

    internal List<TraceEvent> Events { get; private set; } = [];

    /// <summary>At which it is worth while to start a server on what a power cut would leave.</summary>
    internal List<long> Moments { get; } = [];

    internal IReadOnlyList<UnfinishedUpload> Unfinished { get; private set; } = [];

    /// <summary>What the server's disk was, before any of it.</summary>
    internal Disk NewDisk() =>
        new(Root, [.. new[] { "scratch", "reserve", "probe", "blobs/tmp/probe" }.Select(path => Path.Combine(Root, Data, path))]);

    private string Root => Path.Combine(folder.Path, "disk");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Root);
        var trace = Path.Combine(folder.Path, "trace");
        await using (var server = await Recorder.StartAsync(trace, OnSqlite, ("MAGPIE_DATA", Path.Combine(Root, Data))))
        {
            var work = await RecordedWork.BeginAsync(server, Ledger);
            Unfinished = await work.LeaveUnfinishedAsync();
            await work.UploadAsync(RecordedWork.ManyFiles, clients: 4);
            Moments.Add(Ledger.Now);
            await work.WaitUntilUnderstoodAsync();
            Moments.Add(Ledger.Now);
            await work.ChangeAsync();
            await work.PlanAsync();
            await work.DeleteAsync();
            Moments.Add(Ledger.Now);
            await server.StopAsync();

            await server.StartAsync();
            await work.UploadAsync(RecordedWork.FewFiles, clients: 2);
            await work.LabelAsync("after the restart");
            await work.WaitUntilUnderstoodAsync();
            Moments.Add(Ledger.Now);
            await server.KillAsync();
        }

        Events = Trace.Read(File.ReadLines(trace), Root);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A server on what a power cut has left.</summary>
    internal static Task<ServerProcess> StartOnAsync(string remains) =>
        ServerProcess.StartNewAsync(OnSqlite, ("MAGPIE_DATA", Path.Combine(remains, Data)));
}
