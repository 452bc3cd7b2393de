namespace Magpie.Tests.Platform.Media;

/// <summary>The files of <c>shared/media</c>, where that folder lies beside the repository; else none.</summary>
internal static class Corpus
{
    private static readonly Lazy<IReadOnlyDictionary<string, MediaCase>> Rows = new(Read);

    public static IReadOnlyDictionary<string, MediaCase> Cases => Rows.Value;

    private static Dictionary<string, MediaCase> Read()
    {
        var folder = Find();
        if (folder is null)
        {
            return [];
        }

        var lines = File.ReadLines(Path.Combine(folder, "manifest.tsv")).Skip(1);
        return lines.Select(line => MediaCase.FromRow(folder, line.Split('\t'))).ToDictionary(row => row.Name);
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("MAGPIE_CORPUS");
        var folder = named ?? Path.Combine(Repository.Root, "..", "shared", "media");
        return File.Exists(Path.Combine(folder, "manifest.tsv")) ? folder : null;
    }
}

internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Magpie.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests lie outside the repository");
    }
}
