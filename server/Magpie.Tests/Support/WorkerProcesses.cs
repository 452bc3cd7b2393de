using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Magpie.Tests.Support;

/// <summary>The children in which an app opens untrusted files, found by the folder they work in; and what a test may do to them.</summary>
internal sealed class WorkerProcesses(TestApp app)
{
    /// <summary>Their process ids; those of other apps of this test program are not among them.</summary>
    public IReadOnlyList<int> Ids => [.. Naming(app.DataFolder)];

    /// <summary>Of all that run on this machine, those that were called with a folder.</summary>
    public static IEnumerable<int> Naming(string folder) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && id != Environment.ProcessId && (CommandOf(id) + PathsOf(id)).Contains(folder, StringComparison.Ordinal));

    /// <summary>Those that run one program: <c>magpie-media-worker</c>, <c>ffmpeg</c>.</summary>
    public IEnumerable<int> Of(string program) => Ids.Where(id => CommandOf(id).Split('\0')[0].EndsWith(program, StringComparison.Ordinal));

    public static void Pause(int id) => Signal(id, 19);

    public static void Continue(int id) => Signal(id, 18);

    public static void Kill(int id) => Signal(id, 9);

    public static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Signal(int id, int signal) => Assert.Equal(0, SignalNative(id, signal));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SignalNative(int id, int signal);

    private static string CommandOf(int id) => Read(id, "cmdline");

    /// <summary>Its arguments name descriptors; what these are, its environment says.</summary>
    private static string PathsOf(int id) =>
        Read(id, "environ").Split('\0').FirstOrDefault(variable => variable.StartsWith("MAGPIE_PATHS=", StringComparison.Ordinal)) ?? "";

    private static string Read(int id, string what)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{id}/{what}"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
