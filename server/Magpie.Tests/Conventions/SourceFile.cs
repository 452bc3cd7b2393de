using System.Text.RegularExpressions;

namespace Magpie.Tests.Conventions;

/// <summary>One C# file as the architecture rules see it.</summary>
/// <param name="Path">From the project's folder, with forward slashes: <c>Features/Uploads/CreateUpload.cs</c>.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');

    /// <summary>The text without comments and strings, in which a name is no reference.</summary>
    public string Code { get; } = CommentOrString().Replace(Text, " ");

    public string Namespace => NamespaceLine().Match(Code).Groups[1].Value;

    /// <summary><c>Features.Uploads</c> for what lies in that folder or below; <c>Platform</c> for what lies directly in it.</summary>
    public string Area => AreaOf(Namespace);

    /// <summary>The areas this file names, in a using line or anywhere else, written out or relative to its own namespace.</summary>
    /// <param name="areas">All there are: a relative name such as <c>Library.Asset</c> could also be something else.</param>
    public IReadOnlySet<string> NamedAreas(IReadOnlyCollection<string> areas)
    {
        var writtenOut = FullName().Matches(Code).Select(match => match.Groups[1].Value);
        var fromMagpie = RelativeNames(areas, area => area);
        var fromSiblings = RelativeNames(
            areas.Where(area => area.Contains('.') && area.Split('.')[0] == Area.Split('.')[0]),
            area => area.Split('.')[1]
        );
        return writtenOut.Concat(fromMagpie).Concat(fromSiblings).Where(area => area != Area).ToHashSet();
    }

    private IEnumerable<string> RelativeNames(IEnumerable<string> areas, Func<string, string> relative) =>
        areas.Where(area => area.Contains('.') && Regex.IsMatch(Code, $@"(?<![\w.]){relative(area)}\.[A-Z]"));

    /// <summary>The namespaces of the using lines, with the target of an alias.</summary>
    public IEnumerable<string> Usings => UsingLine().Matches(Code).Select(match => match.Groups[1].Value);

    public IEnumerable<string> DeclaredTypes => TypeDeclaration().Matches(Code).Select(match => match.Groups[1].Value);

    private static string AreaOf(string name) => string.Join('.', name.Split('.').Skip(1).Take(2));

    [GeneratedRegex("""//[^\n]*|/\*[\s\S]*?\*/|"{3,}[\s\S]*?"{3,}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\])'""")]
    private static partial Regex CommentOrString();

    [GeneratedRegex(@"^namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"\bMagpie\.((?:Model|Platform|Core|Features)(?:\.[A-Z]\w*)?)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:global::)?([A-Z][\w.]*)\s*[;<]", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+class|\s+struct)?)\s+([A-Z]\w*)")]
    private static partial Regex TypeDeclaration();
}
