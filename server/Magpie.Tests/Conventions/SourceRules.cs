using System.Text.RegularExpressions;

namespace Magpie.Tests.Conventions;

/// <summary>The rules of ARCHITECTURE.md over source files. Each returns what breaks it, in words.</summary>
internal static partial class SourceRules
{
    /// <summary>The floors, each of which names those before it only.</summary>
    private static readonly string[] Floors = ["Model", "Platform", "Core", "Features"];

    /// <summary>Which area of <c>Platform</c> may name which other one, and why it may.</summary>
    public static readonly IReadOnlyDictionary<(string From, string To), string> PlatformExceptions = new Dictionary<
        (string From, string To),
        string
    >
    {
        [("Platform.Clouds", "Platform.Outbound")] = "A provider of files is another machine, and there is one way out.",
        [("Platform.Database", "Platform.Storage")] =
            "A log needs room to be carried over, and an empty database beside a library's files is not its own.",
        [("Platform.Scheduling", "Platform.Database")] = "The job store lies in the same PostgreSQL, and one setting says where that is.",
    };

    public static IEnumerable<string> ModelUsesNothingButDotNet(IReadOnlyList<SourceFile> files) =>
        from file in InPart(files, "Model")
        from name in file
            .Usings.Where(name => !IsWithin(name, "System") && !IsWithin(name, "Magpie.Model"))
            .Concat(file.NamedAreas(Areas(files)).Where(area => !IsWithin(area, "Model")))
            .Concat(WorldName().Matches(file.Code).Select(match => match.Value))
        select $"{file.Path} names {name}";

    public static IEnumerable<string> FeaturesDoNotNameEachOther(IReadOnlyList<SourceFile> files) =>
        from file in InPart(files, "Features")
        from area in file.NamedAreas(Areas(files)).Where(area => IsWithin(area, "Features"))
        select $"{file.Path} names {area}";

    public static IEnumerable<string> NoFloorNamesOneAboveIt(IReadOnlyList<SourceFile> files) =>
        from file in files
        let floor = Array.IndexOf(Floors, file.Area.Split('.')[0])
        where floor >= 0
        from area in file.NamedAreas(Areas(files)).Where(area => Array.IndexOf(Floors, area.Split('.')[0]) > floor)
        select $"{file.Path} names {area}";

    public static IEnumerable<string> PlatformAreasDoNotNameEachOther(IReadOnlyList<SourceFile> files) =>
        from named in PlatformNames(files)
        where !PlatformExceptions.ContainsKey((named.From, named.To))
        select $"{named.File.Path} names {named.To}";

    public static IEnumerable<string> PlatformExceptionsAreUsed(IReadOnlyList<SourceFile> files) =>
        from exception in PlatformExceptions.Keys
        where !PlatformNames(files).Any(named => (named.From, named.To) == exception)
        select $"{exception.From} no longer names {exception.To}: take the exception out";

    public static IEnumerable<string> EverythingLiesOnAFloor(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.Path != "Program.cs" && !Floors.Contains(file.Path.Split('/')[0])
        select $"{file.Path} lies outside {string.Join(", ", Floors)}";

    /// <summary>What lies below an endpoint says no by a rule's violation, which the endpoint turns into a problem.</summary>
    public static IEnumerable<string> OnlyEndpointsAnswerRequests(IReadOnlyList<SourceFile> files) =>
        from file in InPart(files, "Core").Concat(InPart(files, "Features"))
        where HttpResult().IsMatch(file.Code) && !Endpoint().IsMatch(file.Code)
        select $"{file.Path} names {HttpResult().Match(file.Code).Value}";

    public static IEnumerable<string> NoFileIsTooLong(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.Lines > (file.Path == "Program.cs" ? 100 : 400)
        select $"{file.Path} has {file.Lines} lines";

    /// <summary>Only a text that has no place to break may be longer than what the formatter keeps to.</summary>
    public static IEnumerable<string> NoLineIsTooLong(IReadOnlyList<SourceFile> files) =>
        from file in files
        from line in file.Text.Split('\n')
        where
            line.Length > 140
            && (!line.Contains('"', StringComparison.Ordinal) || line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        select $"{file.Path}: {line.Trim()}";

    public static IEnumerable<string> TheClockIsInjected(IReadOnlyList<SourceFile> files) =>
        from file in files
        from match in Clock().Matches(file.Code)
        select $"{file.Path} uses {match.Value}";

    public static IEnumerable<string> OnlyTheGuardedClientReachesOut(IReadOnlyList<SourceFile> files) =>
        from file in files
        where !file.Path.StartsWith("Platform/Outbound/", StringComparison.Ordinal)
        from match in WayOut().Matches(file.Text)
        select $"{file.Path} uses {match.Value}";

    public static IEnumerable<string> NamesSayWhatAThingIs(IReadOnlyList<SourceFile> files) =>
        from file in files
        from name in file.DeclaredTypes.Concat(file.Path.Replace(".cs", "", StringComparison.Ordinal).Split('/')).Distinct()
        where EmptyName().IsMatch(name)
        select $"{file.Path}: {name}";

    private static IEnumerable<SourceFile> InPart(IEnumerable<SourceFile> files, string part) =>
        files.Where(file => IsWithin(file.Area, part));

    private static IEnumerable<(SourceFile File, string From, string To)> PlatformNames(IReadOnlyList<SourceFile> files) =>
        from file in InPart(files, "Platform")
        from area in file.NamedAreas(Areas(files)).Where(area => area.StartsWith("Platform.", StringComparison.Ordinal))
        where Areas(files).Contains(area) // Platform.DataFolder is a type and no area.
        select (file, file.Area, area);

    private static HashSet<string> Areas(IEnumerable<SourceFile> files) => [.. files.Select(file => file.Area)];

    private static bool IsWithin(string name, string part) => name == part || name.StartsWith(part + ".", StringComparison.Ordinal);

    // What implicit usings put within reach although Model must not touch it: clock, files, network, host.
    [GeneratedRegex(
        @"(?<![\w.])(TimeProvider|File|Directory|FileStream|HttpClient|HttpContext|Environment|Console|ILogger|IConfiguration|Results|TypedResults)(?=[\s.<?])(?!\s*[=>])"
    )]
    private static partial Regex WorldName();

    [GeneratedRegex(@"\bHandle(Async)?\(|\bEndpointFilterInvocationContext\b")]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"\b(ProblemHttpResult|TypedResults|Problems\.Of)\b")]
    private static partial Regex HttpResult();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex Clock();

    // The banned symbols, and the way to silence them.
    [GeneratedRegex(
        @"\bRS0030\b|\b(HttpClient|HttpClientHandler|HttpMessageInvoker|SocketsHttpHandler|HttpRequestMessage|IHttpClientFactory|AddHttpClient|WebRequest|WebClient|TcpClient|UdpClient|ClientWebSocket|SmtpClient|NetworkStream)\b|\bnew Socket\b|\bDns\."
    )]
    private static partial Regex WayOut();

    [GeneratedRegex(@"Manager$|Helpers?$|Utils?$|Utilit|^Common|Common$|^Base[A-Z]|Base$|Dtos?$|^Extensions$|^Misc")]
    private static partial Regex EmptyName();
}
