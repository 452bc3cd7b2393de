namespace Magpie.Tests.Support;

/// <summary>
/// The large media corpus: beside the repository, or where MAGPIE_TEST_MEDIA says. A clone alone has none, and with "none" there
/// the tests run as in such a clone. Classes that look into it have the trait <see cref="Trait"/>.
/// </summary>
public static class MediaCorpus
{
    public const string Trait = "media",
        Large = "large";

    /// <summary>Its folder; null where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Every row of its manifest, in order; empty where there is no corpus.</summary>
    public static IReadOnlyList<CorpusFile> Files { get; } = Root is null ? [] : CorpusManifest.Read(Root);

    /// <summary>The files that the repository carries, and those of the corpus: never none of an outcome.</summary>
    public static IReadOnlyList<CorpusFile> AllFiles { get; } = [.. FreeMedia.Files, .. Files];

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MAGPIE_TEST_MEDIA") is { Length: > 0 } named)
        {
            if (named is "none")
            {
                return null;
            }

            return IsCorpus(named) ? named : throw new InvalidOperationException($"MAGPIE_TEST_MEDIA={named} holds no manifest.tsv.");
        }

        var repository = new DirectoryInfo(AppContext.BaseDirectory);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, "Magpie.slnx")))
        {
            repository = repository.Parent;
        }

        var beside = repository?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", "media") : null;
        return beside is not null && IsCorpus(beside) ? beside : null;
    }

    private static bool IsCorpus(string folder) => File.Exists(Path.Combine(folder, CorpusManifest.FileName));
}
