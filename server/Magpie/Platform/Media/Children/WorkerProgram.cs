using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Magpie.Platform.Media.Children;

/// <summary>How to start the program that opens untrusted bytes: see <c>server/Magpie.MediaWorker</c>.</summary>
internal static class WorkerProgram
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "media-worker");
    private static readonly string Launcher = Path.Combine(Folder, "magpie-media-worker");
    private static readonly string DotnetRoot = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());

    /// <summary>Its files.</summary>
    public static IEnumerable<string> Files =>
        [Launcher, Path.Combine(Folder, "magpie-media-worker.dll"), Path.Combine(Folder, "libvips-cpp.so"), DotnetRoot];

    public static ProcessStartInfo Pictures(string inFolder, string outFolder, long memoryBytes, long largestFile, ChildUser user) =>
        Info(["pictures", .. Limits(memoryBytes, largestFile, user), "--", inFolder, outFolder], input: true);

    /// <summary>Another program under the same limits.</summary>
    public static ProcessStartInfo Run(SandboxedCall call, ChildUser user) =>
        Info(
            [
                "run",
                .. Limits(call.MemoryBytes, call.LargestFile, user),
                "--cpu",
                Number((long)Math.Ceiling(call.CpuTime.TotalSeconds)),
                .. call.LandlockAtMost is { } version ? ["--landlock", Number(version)] : Array.Empty<string>(),
                .. call.Readable.SelectMany(path => new[] { "--read", path }),
                .. call.Writable.SelectMany(path => new[] { "--write", path }),
                "--",
                call.Program,
                .. call.Arguments,
            ],
            input: false
        );

    private static string[] Limits(long memoryBytes, long largestFile, ChildUser user) =>
        [
            "--memory",
            Number(memoryBytes),
            "--file",
            Number(largestFile),
            "--parent",
            Number(Environment.ProcessId),
            .. user.Id is { } id ? ["--user", Number(id)] : Array.Empty<string>(),
        ];

    private static ProcessStartInfo Info(IEnumerable<string> arguments, bool input)
    {
        var info = new ProcessStartInfo(Launcher, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };

        // A fresh environment: the server's has passwords and keys, and nothing that a decoder needs.
        var path = info.Environment.TryGetValue("PATH", out var own) ? own : "/usr/local/bin:/usr/bin:/bin";
        info.Environment.Clear();
        info.Environment["PATH"] = path;
        info.Environment["LANG"] = "C.UTF-8";
        info.Environment["HOME"] = "/nonexistent";
        info.Environment["DOTNET_ROOT"] = DotnetRoot;
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        info.Environment["VIPS_WARNING"] = "0";
        if (input)
        {
            info.Environment["DOTNET_GCHeapHardLimit"] = "0x8000000";
            // Its shared mapping is larger than any file that the worker may write, and would count as one.
            info.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        }

        return info;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
