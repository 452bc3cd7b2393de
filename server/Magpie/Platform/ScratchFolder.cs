namespace Magpie.Platform;

/// <summary>
/// Temporary space for one piece of work: its input file, and a folder for the results. Both are empty at first and cleared at the end. The
/// folders are reused, because creating and deleting them for each picture would take as long as storing it.
/// </summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DataFolder data;
    private readonly string root;

    public ScratchFolder(DataFolder data)
    {
        this.data = data;
        root = data.SpareScratch.TryTake(out var spare) ? spare : Path.Combine(data.Scratch, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(Output);
    }

    /// <summary>The path for the input file, which does not exist yet.</summary>
    public string Original => Path.Combine(root, "original");

    public string Output => Path.Combine(root, "out");

    public void Dispose()
    {
        File.Delete(Original);
        foreach (var file in Directory.EnumerateFiles(Output))
        {
            File.Delete(file);
        }

        if (Directory.EnumerateFileSystemEntries(Output).Any())
        {
            Directory.Delete(root, recursive: true);
            return;
        }

        data.SpareScratch.Add(root);
    }
}
