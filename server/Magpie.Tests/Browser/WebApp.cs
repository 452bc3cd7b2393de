namespace Magpie.Tests.Browser;

/// <summary>Where the web app of this repository lies.</summary>
internal static class WebApp
{
    public static string Repository { get; } = Find();

    public static string FileOf(string path) => Path.Combine(Repository, "web", path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Magpie.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return folder.FullName;
    }
}
