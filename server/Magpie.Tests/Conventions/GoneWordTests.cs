using System.Text.RegularExpressions;
using Magpie.Tests.Support;

namespace Magpie.Tests.Conventions;

/// <summary>What <c>docs/glossary.md</c> says is gone, is gone.</summary>
[RunsOnce]
public sealed partial class GoneWordTests
{
    private static readonly IReadOnlyList<string> Gone =
    [
        .. GoneIn(File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "glossary.md"))),
    ];

    [Fact]
    public void No_file_uses_a_word_that_is_gone()
    {
        Assert.True(Gone.Count > 50);
        var faults = Files().SelectMany(file => GoneUsedIn(File.ReadAllText(file)).Select(word => $"{file}: {word}")).ToList();
        Assert.False(faults.Count > 0, string.Join('\n', faults));
    }

    [Fact]
    public void A_word_that_is_gone_is_found_as_a_name_of_its_own()
    {
        Assert.Equal(["PostBook"], GoneUsedIn("sealed class A(PostBook book);"));
        Assert.Empty(GoneUsedIn("sealed class A(PostBooking booking);"));
    }

    private static IEnumerable<string> Files() =>
        from folder in new[] { "server/Magpie", "server/Magpie.MediaWorker", "server/Magpie.Tests", "web/src" }
        from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".ts" or ".tsx"
        where !Skipped().IsMatch(file) && Path.GetFileName(file) != "GoneWordTests.cs"
        select file;

    private static IEnumerable<string> GoneUsedIn(string text)
    {
        var names = Name().Matches(text).Select(match => match.Value).ToHashSet();
        return Gone.Where(names.Contains);
    }

    private static IEnumerable<string> GoneIn(string glossary) =>
        from line in glossary[glossary.IndexOf("## Words that are gone", StringComparison.Ordinal)..].Split('\n')
        where line.StartsWith("| `", StringComparison.Ordinal)
        from Match word in Quoted().Matches(line.Split('|')[1])
        select word.Groups[1].Value;

    [GeneratedRegex(@"\b[A-Za-z_]\w+\b")]
    private static partial Regex Name();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("/(obj|bin|node_modules)/")]
    private static partial Regex Skipped();
}
