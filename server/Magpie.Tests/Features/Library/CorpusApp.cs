using Magpie.Tests.Support;

namespace Magpie.Tests.Features.Library;

/// <summary>
/// Takes every file of both manifests through one app, four at a time, before the first test looks at what became of them.
/// </summary>
public sealed class CorpusApp : TestApp
{
    private readonly string folder = Directory.CreateTempSubdirectory("magpie-seen-").FullName;
    private Dictionary<string, CorpusResult> visits = [];
    private int ended;

    /// <summary>Changes as long as its files are being understood: how many are, and what the decoders have written so far.</summary>
    internal (int Ended, long Written) Progress => (Volatile.Read(ref ended), new Leftovers(this).ScratchBytes());

    internal CorpusResult this[string path] => visits[path];

    internal IEnumerable<CorpusResult> Visits => visits.Values;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        visits = MediaCorpus.AllFiles.ToDictionary(file => file.Path, file => new CorpusResult(file));
        await Parallel.ForEachAsync(
            visits.Values,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (visit, _) =>
            {
                await visit.MakeAsync(this, folder);
                Interlocked.Increment(ref ended);
            }
        );
    }
}
