namespace Magpie.Tests.Conventions;

/// <summary>The repository this suite was built from.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The sources of a project below <c>server/</c>, without what tools generated.</summary>
    public static IReadOnlyList<SourceFile> Of(string project)
    {
        var folder = Path.Combine(Root, "server", project);
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Select(file => (file, path: Path.GetRelativePath(folder, file).Replace('\\', '/')))
                .Where(found => !found.path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "Migrations" or "Compiled"))
                .OrderBy(found => found.path, StringComparer.Ordinal)
                .Select(found => new SourceFile(found.path, File.ReadAllText(found.file))),
        ];
    }

    /// <summary>Every C# project of the repository, from its root with forward slashes.</summary>
    public static IReadOnlyList<string> Projects() =>
        [
            .. new[] { "bench", "server", "tools" }
                .SelectMany(part =>
                    Directory.EnumerateFiles(
                        Path.Combine(Root, part),
                        "*.csproj",
                        new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }
                    )
                )
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/')),
        ];

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Magpie.slnx")))
        {
            folder =
                Path.GetDirectoryName(folder) ?? throw new InvalidOperationException($"No Magpie.slnx above {AppContext.BaseDirectory}.");
        }

        return folder;
    }
}
