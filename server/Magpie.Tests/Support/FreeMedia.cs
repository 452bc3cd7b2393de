namespace Magpie.Tests.Support;

/// <summary>The small set of files that the repository carries; its manifest has the same columns as the large corpus's.</summary>
public static class FreeMedia
{
    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Media");

    /// <summary>Every row of its manifest, in order.</summary>
    public static IReadOnlyList<CorpusFile> Files { get; } = CorpusManifest.Read(Root);

    public static string PathOf(string name) => Path.Combine(Root, name);

    public static byte[] BytesOf(string name) => File.ReadAllBytes(PathOf(name));
}
