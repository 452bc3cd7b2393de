using System.Diagnostics;
using Magpie.Platform;
using Magpie.Tests.Support;

namespace Magpie.Tests.Platform;

public sealed class RuntimePatchTests
{
    [Theory]
    [InlineData("10.0.12", "10.0.12+2b1ff2c", null)]
    [InlineData("10.0.13", "10.0.20", null)]
    [InlineData("10.1.0", "11.0.0-preview.1+abc", null)]
    [InlineData("10.0.11", "10.0.12", ".NET 10.0.11")]
    [InlineData("10.0.0", "10.0.12", ".NET 10.0.0")]
    [InlineData("10.0.12", "10.0.11+2b1ff2c", "ASP.NET Core 10.0.11")]
    [InlineData("10.0.12", "10.0.12-rtm.1", "ASP.NET Core 10.0.12-rtm.1")]
    [InlineData("10.0.12", "", "ASP.NET Core ")]
    public void An_older_patch_is_named_and_so_is_what_to_install(string runtime, string web, string? named)
    {
        var why = RuntimePatch.WhyTooOld("10.0.12", runtime, web);

        Assert.Equal(named is null, why is null);
        if (why is not null)
        {
            Assert.StartsWith(
                $"{named} has known security holes. Install the ASP.NET Core runtime 10.0.12 or newer",
                why,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void The_program_asks_for_the_patch_of_September_2026()
    {
        Assert.Contains(
            "\"Magpie.MinimumRuntime\": \"10.0.12\"",
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "magpie.runtimeconfig.json")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_runtime_without_the_wanted_patch_ends_the_start_with_one_line_and_touches_nothing()
    {
        using var folder = new TestFolder();
        var wants = Path.Combine(folder.Path, "wants.json");
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "magpie.runtimeconfig.json"));
        await File.WriteAllTextAsync(
            wants,
            text.Replace("\"Magpie.MinimumRuntime\": \"10.0.12\"", "\"Magpie.MinimumRuntime\": \"10.0.900\"", StringComparison.Ordinal)
        );
        var data = Path.Combine(folder.Path, "data");

        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", wants, Path.Combine(AppContext.BaseDirectory, "magpie.dll")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["MAGPIE_DATA"] = data;
        start.Environment["MAGPIE_URLS"] = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        using var process = Process.Start(start)!;
        var (errors, output) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.Matches(
            $@"^magpie: \.NET {Environment.Version.ToString(3)} has known security holes\. Install the ASP\.NET Core runtime 10\.0\.900 or newer [^\n]*\n$",
            await errors
        );
        Assert.Empty(await output);
        Assert.Empty(Directory.Exists(data) ? Directory.GetFileSystemEntries(data) : []);
    }
}
