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

    /// <summary>Emptied whenever the server starts.</summary>
    public string Scratch => Path.Combine(Root, "scratch");

    /// <summary>What lies there is what a crash left; nobody waits for it. Only the server may say so: a command may be at work beside it.</summary>
    public void ForgetScratch()
    {
        if (Directory.Exists(Scratch))
        {
            Directory.Delete(Scratch, recursive: true);
        }
    }
}
