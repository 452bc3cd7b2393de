namespace Magpie.Platform;

/// <summary>
/// Room for one piece of work: the file that it is about, and a folder for what is made of it. Both are empty at its beginning and
/// cleared at its end. The folders are lent: a disk takes as long to make and to delete them for each picture as to store it.
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

    /// <summary>Where the file goes; it is not there yet.</summary>
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
