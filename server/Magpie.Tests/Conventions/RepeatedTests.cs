using System.Diagnostics;
using System.Net;
using Magpie.Tests.Support;

namespace Magpie.Tests.Conventions;

/// <summary>What ./test.sh does with tests of the browser that fail, tried on a runner that leaves the reports it is told to.</summary>
public sealed class RepeatedTests : IDisposable
{
    private const string Steady = "Magpie.Tests.Browser.DoorTests.The_door_opens",
        Shaky = "Magpie.Tests.Browser.CalendarTests.A_post_is_dragged";
    private const string Elsewhere = "Magpie.Tests.Features.Library.ListTests.A_list_ends";

    private readonly TestFolder folder = new();
    private int runs;

    private string Results => Path.Combine(folder.Path, "sqlite");

    [Fact]
    public async Task What_fails_and_then_passes_counts_as_passed_and_is_listed_as_unsteady()
    {
        Run(exit: 1, Test(Steady, "Pass"), Test(Shaky, "Fail"));
        Run(exit: 0, Test(Shaky, "Pass"));

        Assert.Equal(0, await TestAsync("-class", "*Tests"));

        Assert.Equal("2 0 0", Left("counts"));
        Assert.StartsWith($"unsteady on sqlite: {Shaky}\n    It said <b>no</b>]]></test>", Left("unsteady"), StringComparison.Ordinal);
        Assert.Empty(Left("failed"));
        Assert.EndsWith("-class *Tests", Asked(1), StringComparison.Ordinal);
        Assert.EndsWith($"sqlite.again.xml -method {Shaky}", Asked(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fails_twice_has_failed()
    {
        Run(exit: 1, Test(Steady, "Fail"), Test(Shaky, "Fail"));
        Run(exit: 1, Test(Steady, "Pass"), Test(Shaky, "Fail"));

        Assert.Equal(1, await TestAsync());

        Assert.Equal("1 1 0", Left("counts"));
        Assert.StartsWith($"failed on sqlite: {Shaky}\n", Left("failed"), StringComparison.Ordinal);
        Assert.StartsWith($"unsteady on sqlite: {Steady}\n", Left("unsteady"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(134, "no report")]
    [InlineData(134, "a report in which it passed")]
    [InlineData(0, "a report without it")]
    public async Task What_could_not_be_run_once_more_has_failed(int exit, string leaves)
    {
        Run(exit: 1, Test(Steady, "Pass"), Test(Shaky, "Fail"));
        Run(
            exit,
            leaves switch
            {
                "no report" => null,
                "a report without it" => [],
                _ => [Test(Shaky, "Pass")],
            }
        );

        Assert.Equal(1, await TestAsync());

        Assert.Equal("1 1 0", Left("counts"));
        Assert.Contains(Shaky, Left("failed"), StringComparison.Ordinal);
        Assert.Empty(Left("unsteady"));
    }

    [Fact]
    public async Task Rows_of_a_theory_are_told_apart_by_names_of_any_letters()
    {
        var (first, second) = ($"{Shaky}(name: \\\"a > b & 'c' \\n 海\\\")", $"{Shaky}(name: \\\"<img src=\\\\\\\"x\\\\\\\"/>\\\")");
        Run(exit: 1, Test(first, "Fail"), Test(second, "Fail"), Test($"{Shaky}(name: \\\"plain\\\")", "Pass"));
        Run(exit: 1, Test(first, "Pass"), Test(second, "Fail"), Test($"{Shaky}(name: \\\"plain\\\")", "Fail"));

        Assert.Equal(1, await TestAsync());

        Assert.Equal("2 1 0", Left("counts"));
        Assert.Contains("<img src=", Left("failed"), StringComparison.Ordinal);
        Assert.Contains("a > b & 'c'", Left("unsteady"), StringComparison.Ordinal);
        Assert.Contains("plain", Left("unsteady"), StringComparison.Ordinal);
        Assert.EndsWith($"sqlite.again.xml -method {Shaky}", Asked(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_one_name_must_all_pass_the_second_time()
    {
        Run(exit: 1, Test(Shaky, "Fail"), Test(Shaky, "Pass"));
        Run(exit: 1, Test(Shaky, "Pass"), Test(Shaky, "Fail"));

        Assert.Equal(1, await TestAsync());

        Assert.Equal("1 1 0", Left("counts"));
    }

    [Fact]
    public async Task Only_tests_of_the_browser_are_run_once_more()
    {
        Run(exit: 1, Test(Elsewhere, "Fail"), Test(Shaky, "Fail"));
        Run(exit: 0, Test(Shaky, "Pass"));

        Assert.Equal(1, await TestAsync());

        Assert.Equal("1 1 0", Left("counts"));
        Assert.StartsWith($"failed on sqlite: {Elsewhere}\n", Left("failed"), StringComparison.Ordinal);
        Assert.EndsWith($"sqlite.again.xml -method {Shaky}", Asked(2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_failed_nothing_is_run_once_more()
    {
        Run(exit: 0, Test(Steady, "Pass"), Test(Elsewhere, "Skip"));

        Assert.Equal(0, await TestAsync());

        Assert.Equal(("1 0 1", "", ""), (Left("counts"), Left("failed"), Left("unsteady")));
        Assert.False(File.Exists(Path.Combine(folder.Path, "asked-2")));
    }

    [Fact]
    public async Task A_runner_that_ends_without_a_report_leaves_no_counts()
    {
        Run(exit: 134, tests: null);

        Assert.Equal(134, await TestAsync());

        Assert.False(File.Exists($"{Results}.counts"));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>What the next run leaves: a report, or none, and its exit code.</summary>
    private void Run(int exit, params string[]? tests)
    {
        runs++;
        File.WriteAllText(Path.Combine(folder.Path, $"exit-{runs}"), $"{exit}");
        if (tests is not null)
        {
            int Count(string result) => tests.Count(test => test.Contains($"result=\"{result}\"", StringComparison.Ordinal));
            File.WriteAllText(
                Path.Combine(folder.Path, $"report-{runs}"),
                $"""
                <?xml version="1.0" encoding="utf-8"?><assemblies id="0"><assembly name="Magpie.Tests.dll" errors="0" failed="{Count(
                    "Fail"
                )}" passed="{Count("Pass")}" skipped="{Count("Skip")}">
                <collection name="some &gt; collection" failed="9" passed="9">{string.Concat(tests)}</collection></assembly></assemblies>
                """
            );
        }
    }

    /// <param name="name">As it is displayed: a theory's has its arguments behind it.</param>
    private static string Test(string name, string result)
    {
        var (type, method) = (name.Split('(')[0][..name.Split('(')[0].LastIndexOf('.')], name.Split('(')[0].Split('.')[^1]);
        var head =
            $"<test id=\"1\" name=\"{WebUtility.HtmlEncode(name)}\" result=\"{result}\" time=\"1\" type=\"{type}\" method=\"{method}\"";
        return result is "Fail"
            ? $"{head}><failure><message><![CDATA[It said <b>no</b>]]]]><![CDATA[></test>]]></message><stack-trace><![CDATA[at {name} "
                + "in /a/Magpie.Tests/A.cs:line 1]]></stack-trace></failure></test>"
            : $"{head} />";
    }

    private async Task<int> TestAsync(params string[] filters)
    {
        var runner = Path.Combine(folder.Path, "runner");
        await File.WriteAllTextAsync(
            runner,
            $"""
            #!/bin/sh
            cd '{folder.Path}'
            n=$(($(cat runs 2>/dev/null || echo 0) + 1)); echo $n > runs
            echo "$@" > asked-$n
            [ ! -e report-$n ] || cp report-$n "$4"
            exit $(cat exit-$n)
            """
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(runner, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using var node = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(SourceTree.Root, "scripts/run-tests.mjs"), Results, runner, .. filters])
            {
                RedirectStandardOutput = true,
            }
        )!;
        await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode;
    }

    private string Left(string kind) => File.ReadAllText($"{Results}.{kind}").TrimEnd('\n');

    private string Asked(int run) => File.ReadAllText(Path.Combine(folder.Path, $"asked-{run}")).TrimEnd('\n');
}
