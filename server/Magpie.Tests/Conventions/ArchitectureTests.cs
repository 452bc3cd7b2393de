namespace Magpie.Tests.Conventions;

using SourceRule = Func<IReadOnlyList<SourceFile>, IEnumerable<string>>;
using TypeRule = Func<IReadOnlyList<Type>, IEnumerable<string>>;

/// <summary>Each rule is asked twice: the sources must keep it, and a file that breaks it must be caught.</summary>
public sealed class ArchitectureTests
{
    private static readonly IReadOnlyList<SourceFile> Product = SourceTree.Of("Magpie");
    private static readonly IReadOnlyList<SourceFile> Worker = SourceTree.Of("Magpie.MediaWorker");
    private static readonly IReadOnlyList<SourceFile> Tests = SourceTree.Of("Magpie.Tests");
    private static readonly IReadOnlyList<Type> Types = typeof(Magpie.Model.RuleViolation).Assembly.GetTypes();

    [Fact]
    public void Model_uses_nothing_but_dotnet()
    {
        Holds(SourceRules.ModelUsesNothingButDotNet, Product);
        Catches(SourceRules.ModelUsesNothingButDotNet, "Model/Library/A.cs", "using Microsoft.EntityFrameworkCore;");
        Catches(SourceRules.ModelUsesNothingButDotNet, "Model/Library/A.cs", "class A { Magpie.Platform.Storage.BlobKeys? keys; }");
        Catches(SourceRules.ModelUsesNothingButDotNet, "Model/Library/A.cs", "class A(TimeProvider clock);");
        Catches(SourceRules.ModelUsesNothingButDotNet, "Model/Library/A.cs", "class A { string Read() => File.ReadAllText(\"a\"); }");
    }

    [Fact]
    public void A_feature_never_names_another_feature()
    {
        Holds(SourceRules.FeaturesDoNotNameEachOther, Product);
        Catches(SourceRules.FeaturesDoNotNameEachOther, "Features/Uploads/A.cs", "using Magpie.Features.Library;");
        Catches(SourceRules.FeaturesDoNotNameEachOther, "Features/Uploads/A.cs", "using static Magpie.Features.Library.Names;");
        Catches(SourceRules.FeaturesDoNotNameEachOther, "Features/Uploads/A.cs", "class A { Magpie.Features.Library.B? b; }");
        Catches(SourceRules.FeaturesDoNotNameEachOther, "Features/Uploads/A.cs", "class A { global::Magpie.Features.Library.B? b; }");
        Catches(SourceRules.FeaturesDoNotNameEachOther, "Features/Uploads/A.cs", "class A { Library.B? b; }");
        Catches(SourceRules.FeaturesDoNotNameEachOther, "Features/Uploads/Tus/A.cs", "class A { Features.Library.B? b; }");
        Allows(
            SourceRules.FeaturesDoNotNameEachOther,
            "Features/Uploads/A.cs",
            "// see Magpie.Features.Library\nclass A { string a = \"Magpie.Features.Library\"; }"
        );
    }

    [Fact]
    public void No_floor_names_one_above_it()
    {
        Holds(SourceRules.NoFloorNamesOneAboveIt, Product);
        Catches(SourceRules.NoFloorNamesOneAboveIt, "Core/Quota/A.cs", "using Magpie.Features.Library;");
        Catches(SourceRules.NoFloorNamesOneAboveIt, "Platform/Web/A.cs", "using Magpie.Core.Access;");
        Catches(SourceRules.NoFloorNamesOneAboveIt, "Platform/A.cs", "class A { Features.Library.B? b; }");
        Allows(SourceRules.NoFloorNamesOneAboveIt, "Core/Quota/A.cs", "using Magpie.Platform.Storage;");
    }

    [Fact]
    public void An_area_of_the_platform_names_another_one_only_for_a_listed_reason()
    {
        Holds(SourceRules.PlatformAreasDoNotNameEachOther, Product);
        Holds(SourceRules.PlatformExceptionsAreUsed, Product);
        Catches(SourceRules.PlatformAreasDoNotNameEachOther, "Platform/Web/A.cs", "using Magpie.Platform.Storage;");
        Catches(SourceRules.PlatformAreasDoNotNameEachOther, "Platform/Web/A.cs", "class A { Storage.B? b; }");
        Catches(SourceRules.PlatformAreasDoNotNameEachOther, "Platform/A.cs", "using Magpie.Platform.Storage;");
        Allows(SourceRules.PlatformAreasDoNotNameEachOther, "Platform/Web/A.cs", "class A { Magpie.Platform.DataFolder? folder; }");
    }

    [Fact]
    public void Folders_do_not_name_each_other_in_a_circle()
    {
        HasNone(FolderRules.NoFoldersNameEachOtherInACircle(TypeUse.In(typeof(Magpie.Model.RuleViolation).Assembly.Location)));
        Assert.NotEmpty(
            FolderRules.NoFoldersNameEachOtherInACircle([
                new("Magpie.A.X.One", "Magpie.A.Y.Two"),
                new("Magpie.A.Y.Three", "Magpie.A.Z.Four"),
                new("Magpie.A.Z.W.Five", "Magpie.A.X.Six"),
            ])
        );
        HasNone(
            FolderRules.NoFoldersNameEachOtherInACircle([new("Magpie.A.X.One", "Magpie.A.Y.Two"), new("Magpie.A.Y.Three", "Magpie.A.Four")])
        );
    }

    [Fact]
    public void Only_an_endpoint_answers_a_request()
    {
        Holds(SourceRules.OnlyEndpointsAnswerRequests, Product);
        Catches(SourceRules.OnlyEndpointsAnswerRequests, "Core/Access/A.cs", "class A { ProblemHttpResult? Refusal; }");
        Catches(SourceRules.OnlyEndpointsAnswerRequests, "Features/Posts/A.cs", "class A { object Save() => Problems.Of(Refusal); }");
        Allows(
            SourceRules.OnlyEndpointsAnswerRequests,
            "Features/Posts/A.cs",
            "class A { ProblemHttpResult HandleAsync() => Problems.Of(No); }"
        );
    }

    [Fact]
    public void Everything_lies_on_one_of_four_floors()
    {
        Holds(SourceRules.EverythingLiesOnAFloor, Product);
        Catches(SourceRules.EverythingLiesOnAFloor, "Services/A.cs", "class A;");
    }

    [Fact]
    public void No_file_is_longer_than_400_lines_and_the_composition_no_longer_than_100()
    {
        Holds(SourceRules.NoFileIsTooLong, [.. Product, .. Worker, .. Tests]);
        Catches(SourceRules.NoFileIsTooLong, "Model/A.cs", new string('\n', 401));
        Catches(SourceRules.NoFileIsTooLong, "Program.cs", new string('\n', 101));
    }

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        Holds(SourceRules.NoLineIsTooLong, [.. Product, .. Worker, .. Tests]);
        Catches(SourceRules.NoLineIsTooLong, "Model/A.cs", $"// {new string('a', 140)} \"");
        Catches(SourceRules.NoLineIsTooLong, "Model/A.cs", $"class {new string('A', 140)};");
        Allows(SourceRules.NoLineIsTooLong, "Model/A.cs", $"const string A = \"{new string('a', 140)}\";");
    }

    [Fact]
    public void The_time_comes_from_an_injected_clock()
    {
        Holds(SourceRules.TheClockIsInjected, [.. Product, .. Worker]);
        Catches(SourceRules.TheClockIsInjected, "Features/A.cs", "var now = DateTime.UtcNow;");
        Catches(SourceRules.TheClockIsInjected, "Features/A.cs", "var now = DateTimeOffset.Now;");
    }

    [Fact]
    public void Only_the_guarded_client_connects_to_other_machines()
    {
        Holds(SourceRules.OnlyTheGuardedClientReachesOut, [.. Product, .. Worker]);
        Catches(SourceRules.OnlyTheGuardedClientReachesOut, "Features/A.cs", "using var http = new HttpClient();");
        Catches(SourceRules.OnlyTheGuardedClientReachesOut, "Platform/Web/A.cs", "#pragma warning disable RS0030");
        Catches(SourceRules.OnlyTheGuardedClientReachesOut, "Platform/Push/A.cs", "var addresses = await Dns.GetHostAddressesAsync(host);");
        Allows(SourceRules.OnlyTheGuardedClientReachesOut, "Platform/Outbound/A.cs", "using var http = new HttpClient();");
    }

    [Theory]
    [InlineData("AssetManager")]
    [InlineData("UploadHelper")]
    [InlineData("StringUtils")]
    [InlineData("CommonRules")]
    [InlineData("BaseEndpoint")]
    [InlineData("AssetDto")]
    public void No_type_has_a_name_that_fits_anything(string name)
    {
        Holds(SourceRules.NamesSayWhatAThingIs, [.. Product, .. Worker, .. Tests]);
        Catches(SourceRules.NamesSayWhatAThingIs, "Features/A.cs", $"internal sealed class {name};");
        Catches(SourceRules.NamesSayWhatAThingIs, "Platform/Web/Extensions.cs", "class A;");
    }

    [Fact]
    public void An_interface_has_more_than_one_implementation()
    {
        Holds(TypeRules.InterfacesHaveSeveralImplementations, Types);
        Holds(TypeRules.SingleImplementationsAreStillSingle, Types);
        Assert.NotEmpty(TypeRules.InterfacesHaveSeveralImplementations([typeof(IBroken), typeof(Broken)]));
    }

    [Fact]
    public void Requests_and_answers_are_public_and_have_names_of_their_own()
    {
        Holds(TypeRules.MessagesArePublic, Types);
        Holds(TypeRules.MessagesHaveNamesOfTheirOwn, Types);
        Assert.NotEmpty(TypeRules.MessagesArePublic([typeof(Samples.Features.First.HiddenRequest)]));
        Assert.NotEmpty(
            TypeRules.MessagesHaveNamesOfTheirOwn([typeof(Samples.Features.First.SameDetails), typeof(Samples.Features.Second.SameDetails)])
        );
    }

    [Fact]
    public void Every_project_belongs_to_the_solution_and_is_built_and_checked_with_the_others()
    {
        var solution = File.ReadAllText(Path.Combine(SourceTree.Root, "Magpie.slnx"));
        var projects = SourceTree.Projects();

        Assert.Contains("server/Magpie/Magpie.csproj", projects);
        HasNone(projects.Where(project => !solution.Contains($"<Project Path=\"{project}\" />", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tests_share_the_ordinary_app_unless_there_is_a_listed_reason()
    {
        Holds(SuiteRules.OrdinaryAppsAreShared, Tests);
        Holds(SuiteRules.OwnAppsAreUsed, Tests);
        Catches(SuiteRules.OrdinaryAppsAreShared, "Features/Library/ATests.cs", "class ATests(TestApp app) : IClassFixture<TestApp>;");
        Catches(SuiteRules.OrdinaryAppsAreShared, "Features/Library/ATests.cs", "class ATests { TestApp app = new(); }");
        Allows(SuiteRules.OrdinaryAppsAreShared, "Features/Library/ATests.cs", "class ATests(SharedApp app) : IClassFixture<SharedApp>;");
    }

    [Fact]
    public void Tests_that_look_into_the_media_corpus_have_its_trait()
    {
        Holds(SuiteRules.WhoLooksIntoTheCorpusSaysSo, Tests);
        Catches(
            SuiteRules.WhoLooksIntoTheCorpusSaysSo,
            "Features/Library/ATests.cs",
            "class ATests { int files = MediaCorpus.Files.Count; }"
        );
    }

    [Fact]
    public void Tests_that_run_on_one_database_only_do_not_ask_it()
    {
        Holds(SuiteRules.WhatRunsOnceAsksNoDatabaseOfTheSuite, Tests);
        Catches(
            SuiteRules.WhatRunsOnceAsksNoDatabaseOfTheSuite,
            "Features/Library/ATests.cs",
            "[RunsOnce] class ATests { Task A() => app.InDatabaseAsync(db => db.Assets.CountAsync()); }"
        );
        Allows(
            SuiteRules.WhatRunsOnceAsksNoDatabaseOfTheSuite,
            "Features/Library/ATests.cs",
            "class ATests { Task A() => app.InDatabaseAsync(db => db.Assets.CountAsync()); }"
        );
    }

    [Fact]
    public void A_test_waits_for_a_state_and_not_for_the_clock()
    {
        Holds(SuiteRules.NothingWaitsForTheClock, Tests);
        Catches(SuiteRules.NothingWaitsForTheClock, "Features/Library/ATests.cs", "class ATests { Task A() => Task.Delay(500); }");
        Catches(
            SuiteRules.NothingWaitsForTheClock,
            "Features/Library/ATests.cs",
            "class ATests { TimeSpan patience = TimeSpan.FromMinutes(40); }"
        );
        Allows(
            SuiteRules.NothingWaitsForTheClock,
            "Features/Library/ATests.cs",
            "class ATests { Task A(CancellationToken ct) => Task.Delay(Timeout.Infinite, ct); }"
        );
    }

    private static void Holds(SourceRule rule, IReadOnlyList<SourceFile> files) => HasNone(rule(files));

    private static void Holds(TypeRule rule, IReadOnlyList<Type> types) => HasNone(rule(types));

    // Not Assert.Empty: it would cut the list short, and whoever broke a rule needs all of it.
    private static void HasNone(IEnumerable<string> faults) => Assert.False(faults.Any(), string.Join('\n', faults));

    private static void Catches(SourceRule rule, string path, string code) => Assert.NotEmpty(rule(Around(path, code)));

    private static void Allows(SourceRule rule, string path, string code) => HasNone(rule(Around(path, code)));

    /// <summary>The file under test among neighbours it could name.</summary>
    private static IReadOnlyList<SourceFile> Around(string path, string code)
    {
        var folder = Path.GetDirectoryName(path)!.Replace('/', '.');
        return
        [
            new(path, $"namespace Magpie.{folder};\n{code}"),
            new("Features/Library/B.cs", "namespace Magpie.Features.Library;\nclass B;"),
            new("Core/Access/B.cs", "namespace Magpie.Core.Access;\nclass B;"),
            new("Platform/Storage/B.cs", "namespace Magpie.Platform.Storage;\nclass B;"),
        ];
    }

    private interface IBroken;

    private sealed class Broken : IBroken;
}
