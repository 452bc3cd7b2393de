using System.Reflection;

namespace Magpie.Platform;

/// <summary>
/// The oldest patch of .NET that Magpie starts on: older ones have published vulnerabilities. The number is in Magpie.csproj and is copied
/// to <c>magpie.runtimeconfig.json</c>, next to the framework it is about.
/// </summary>
internal static class RuntimePatch
{
    private const string Setting = "Magpie.MinimumRuntime";

    /// <exception cref="StartRefusedException">The runtime is older.</exception>
    public static void Check()
    {
        // The two come in separate packages, and may have different versions.
        var web = typeof(WebApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        if (AppContext.GetData(Setting) is string minimum && WhyTooOld(minimum, Environment.Version.ToString(3), web ?? "") is { } why)
        {
            throw new StartRefusedException(why);
        }
    }

    /// <summary>Null when neither is too old. Versions may have a source revision or a preview's name after their numbers.</summary>
    public static string? WhyTooOld(string minimum, string runtime, string web)
    {
        var wanted = RawSql(minimum);
        return RawSql(runtime) < wanted ? Sentence(".NET", runtime)
            : RawSql(web) < wanted ? Sentence("ASP.NET Core", web)
            : null;

        string Sentence(string name, string found) =>
            $"{name} {found.Split('+')[0]} has known security holes. Install the ASP.NET Core runtime {minimum} or newer (with apt: "
            + "aspnetcore-runtime-10.0), then start again. https://dotnet.microsoft.com/download/dotnet/10.0";
    }

    /// <summary>For a preview, the version that it leads to: it counts as older than that one.</summary>
    private static Version RawSql(string version)
    {
        var numbers = Version.TryParse(version.Split('+', '-')[0], out var parsed) ? parsed : new();
        return version.Split('+')[0].Contains('-', StringComparison.Ordinal)
            ? new(numbers.Major, numbers.Minor)
            : new(numbers.Major, numbers.Minor, Math.Max(0, numbers.Build));
    }
}
