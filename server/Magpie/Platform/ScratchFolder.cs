namespace Magpie.Platform;

/// <summary>A folder for the files of one piece of work; gone, with all in it, when that ends.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder(DataFolder data)
    {
        Path = System.IO.Path.Combine(data.Scratch, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
