using System.Text.RegularExpressions;

namespace Magpie.Tests.Conventions;

/// <summary>What CONTRIBUTING.md says of how tests use the media corpus. Each returns what breaks it, in words.</summary>
internal static partial class SuiteRules
{
    /// <summary>By their trait they are found, and run once more as in a clone that has no corpus beside it.</summary>
    public static IEnumerable<string> WhoLooksIntoTheCorpusSaysSo(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.Path.EndsWith("Tests.cs", StringComparison.Ordinal) && CorpusFiles().IsMatch(file.Code)
            && !file.Code.Contains("[Trait(MediaCorpus.Trait, MediaCorpus.Large)]", StringComparison.Ordinal)
        select $"{file.Path} uses files of the media corpus without its trait";

    [GeneratedRegex(@"\bMediaCorpus\.(?:AllFiles|Files|Root)\b|\bCorpusApp\b")]
    private static partial Regex CorpusFiles();
}
