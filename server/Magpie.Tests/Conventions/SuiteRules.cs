using System.Text.RegularExpressions;

namespace Magpie.Tests.Conventions;

/// <summary>What CONTRIBUTING.md says of how tests share apps and media. Each returns what breaks it, in words.</summary>
internal static partial class SuiteRules
{
    /// <summary>Classes that start an ordinary app for themselves although there is one that all share, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> OwnApps = new Dictionary<string, string>
    {
        ["CounterTests"] = "It moves rows about in bulk, also those that no file belongs to.",
        ["HostileFileTests"] = "It says that the whole data folder is empty.",
        ["OwnerlessBlobsTests"] = "It sweeps a part of the store, whoever's files lie in it.",
        ["NameSearchTests"] = "It puts rows into the database that no file belongs to.",
        ["FoldedNameTests"] = "It takes the whole database back to what an older Magpie kept.",
    };

    public static IEnumerable<string> OrdinaryAppsAreShared(IReadOnlyList<SourceFile> files) =>
        from file in files
        from type in TypesWithAnAppOfTheirOwn(file)
        where !OwnApps.ContainsKey(type)
        select $"{file.Path}: take a SharedApp for its fixture, or say in SuiteRules.OwnApps why {type} needs a TestApp of its own";

    public static IEnumerable<string> OwnAppsAreUsed(IReadOnlyList<SourceFile> files) =>
        from type in OwnApps.Keys
        where !files.SelectMany(TypesWithAnAppOfTheirOwn).Contains(type)
        select $"{type} no longer starts an app of its own: take it off the list";

    /// <summary>By their trait they are found, and run once more as in a clone that has no corpus beside it.</summary>
    public static IEnumerable<string> WhoLooksIntoTheCorpusSaysSo(IReadOnlyList<SourceFile> files) =>
        from file in files
        where
            file.Path.EndsWith("Tests.cs", StringComparison.Ordinal)
            && CorpusFiles().IsMatch(file.Code)
            && !file.Code.Contains("[Trait(MediaCorpus.Trait, MediaCorpus.Large)]", StringComparison.Ordinal)
        select $"{file.Path} uses files of the media corpus without its trait";

    public static IEnumerable<string> WhatRunsOnceAsksNoDatabaseOfTheSuite(IReadOnlyList<SourceFile> files) =>
        from file in files
        where file.Code.Contains("[RunsOnce]", StringComparison.Ordinal)
        from match in SuitesDatabase().Matches(file.Code)
        select $"{file.Path} runs on one database only and has {match.Value}";

    /// <summary>A wait is for a state, and ends in vain after <c>ApiUser.Timeout</c> whatever was waited for.</summary>
    public static IEnumerable<string> NothingWaitsForTheClock(IReadOnlyList<SourceFile> files) =>
        from file in files
        from match in ClockWait().Matches(file.Code)
        select $"{file.Path} has {match.Value}";

    private static IEnumerable<string> TypesWithAnAppOfTheirOwn(SourceFile file) =>
        OwnApp().IsMatch(file.Code) && !file.Path.StartsWith("Support/", StringComparison.Ordinal) ? [file.DeclaredTypes.First()] : [];

    [GeneratedRegex(@"\bI(?:Class|Collection)Fixture<TestApp>|\bnew TestApp\b|\bTestApp \w+ = new\b")]
    private static partial Regex OwnApp();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\((?!Timeout\.Infinite)|\bWaitForTimeoutAsync\b|\bTimeSpan\.FromMinutes\(")]
    private static partial Regex ClockWait();

    [GeneratedRegex(@"\bInDatabaseAsync\b|\bTestDatabase\b|\bMagpieDbContext\b")]
    private static partial Regex SuitesDatabase();

    [GeneratedRegex(@"\bMediaCorpus\.(?:AllFiles|Files|Root)\b|\bCorpusApp\b")]
    private static partial Regex CorpusFiles();
}
