namespace Magpie.Platform;

/// <summary>The one folder under which everything lies that this installation keeps on disk.</summary>
internal sealed class DataFolder
{
    public DataFolder(IConfiguration configuration)
    {
        Root = Path.GetFullPath(configuration["MAGPIE_DATA"] is { Length: > 0 } folder ? folder : "data");
        Directory.CreateDirectory(Root);
    }

    public string Root { get; }
    public string Database => Path.Combine(Root, "magpie.db");
    public string Jobs => Path.Combine(Root, "jobs.db");
    public string Blobs => Path.Combine(Root, "blobs");

    /// <summary>Emptied at every start.</summary>
    public string Scratch => Path.Combine(Root, "scratch");
}
