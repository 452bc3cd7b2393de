namespace Magpie.Tests.Platform.Durability;

/// <summary>What a power cut left of a folder.</summary>
/// <param name="seed">Of what reached the disk without a flush; null: nothing did.</param>
internal sealed class Remains(DiskFolder top, int? seed)
{
    public int? Seed => seed;

    /// <summary>Null where there is none.</summary>
    public SparseBytes? File(string path)
    {
        DiskNode? node = top;
        foreach (var name in path.Split('/'))
        {
            node = (node as DiskFolder)?.AfterPowerCut(seed).GetValueOrDefault(name);
        }

        return (node as DiskFile)?.AfterPowerCut(seed);
    }

    /// <summary>Paths of all files, each relative to the folder.</summary>
    public IEnumerable<string> Files() => FilesIn(top, "");

    /// <param name="folder">Empty.</param>
    public void SaveIn(string folder) => Save(top, folder);

    private IEnumerable<string> FilesIn(DiskFolder folder, string prefix) =>
        folder
            .AfterPowerCut(seed)
            .SelectMany(entry => entry.Value is DiskFolder below ? FilesIn(below, $"{prefix}{entry.Key}/") : [$"{prefix}{entry.Key}"]);

    private void Save(DiskFolder node, string path)
    {
        Directory.CreateDirectory(path);
        foreach (var (name, entry) in node.AfterPowerCut(seed))
        {
            var target = Path.Combine(path, name);
            if (entry is DiskFolder folder)
            {
                Save(folder, target);
            }
            else
            {
                ((DiskFile)entry).AfterPowerCut(seed).SaveAs(target);
            }
        }
    }
}
