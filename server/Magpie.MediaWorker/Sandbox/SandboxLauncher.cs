using System.Collections;
using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>
/// Applies every limit to the calling thread and then becomes another program. Landlock and seccomp hold for a thread
/// and what it starts, and .NET has threads already, so only a program that starts afterwards is wholly inside.
/// </summary>
internal static unsafe class SandboxLauncher
{
    private const int LimitCpu = 0,
        LimitFileSize = 1,
        LimitData = 2,
        LimitCore = 4,
        LimitProcesses = 6,
        LimitOpenFiles = 7,
        LimitLocked = 8,
        LimitQueues = 12,
        LimitRealTime = 14;
    private const long CloseRange = 436;

    public static void Become(SandboxPlan plan, string program, string[] arguments)
    {
        LeaveTheGroup();
        GiveWay();
        Limit(LimitCore, 0);
        Limit(LimitOpenFiles, 256);
        Limit(LimitLocked, 64 << 10); // A library of ffmpeg's complains where it gets none.
        Limit(LimitQueues, 0);
        Limit(LimitRealTime, 0);
        // Of all processes of a user together. The filter allows threads only; this bounds how many.
        Limit(LimitProcesses, (ulong)Math.Max(4096, 256 * Environment.ProcessorCount));
        LimitUnlessZero(LimitData, plan.Memory);
        LimitUnlessZero(LimitCpu, plan.CpuSeconds);
        LimitUnlessZero(LimitFileSize, plan.FileBytes);

        // Nothing that was open here stays open there, whoever forgot to mark it.
        _ = Libc.SystemCall(CloseRange, 3, uint.MaxValue, 4, 0);
        var passed = new PassedPaths(plan, plan.User);
        var landlock = Landlock.TryCreate(plan.LandlockAtMost);
        if (landlock is not null)
        {
            AllowPaths(landlock, plan);
        }

        string?[] line = [program, .. arguments.Select(passed.In), null],
            environment = EnvironmentBlock(landlock is not null, plan);
        // Made before anything is taken away: to make it the runtime may have to read more of itself.
        var filter = SystemCallFilter.TryCreate();
        Privileges.Drop(plan.User);
        DieWith(plan.Parent); // Changing the user forgets what was asked for before.
        landlock?.Enforce();
        filter?.Enforce();
        _ = Libc.Execute(program, line, environment);
        throw new SandboxException($"execve {program}", Marshal.GetLastPInvokeError());
    }

    private static void AllowPaths(Landlock landlock, SandboxPlan plan)
    {
        string[] system = ["/usr", "/lib", "/lib64", "/etc/ld.so.cache", .. plan.Executable];
        foreach (var path in system)
        {
            landlock.Allow(path, Landlock.ReadAndExecute);
        }

        // Of what the kernel says of a process only what libraries ask of their own; the whole folder says what the machine's network does.
        string[] readable =
        [
            "/proc/self/maps",
            "/proc/self/status",
            "/proc/self/stat",
            "/proc/self/statm",
            "/dev/urandom",
            .. plan.Readable,
        ];
        foreach (var path in readable)
        {
            landlock.Allow(path, Landlock.Read);
        }

        string[] writable = ["/dev/null", .. plan.Writable];
        foreach (var path in writable)
        {
            landlock.Allow(path, Landlock.ReadAndWrite);
        }
    }

    /// <summary>
    /// A signal to the server's whole group, as a terminal or a service manager sends it, is for the server: it ends its children itself,
    /// in order.
    /// </summary>
    private static void LeaveTheGroup()
    {
        if (Libc.SetProcessGroup(0, 0) != 0)
        {
            throw new SandboxException("setpgid", Marshal.GetLastPInvokeError());
        }
    }

    private static void DieWith(int parent)
    {
        if (parent == 0)
        {
            return;
        }

        _ = Libc.Prctl(Libc.SetParentDeathSignal, Libc.SigKill, 0, 0, 0);
        if (Libc.ParentProcessId() != parent)
        {
            Environment.Exit(1); // it ended before the signal was asked for
        }
    }

    /// <summary>Decoding must not slow the site down, and memory must run out here before it does in the server.</summary>
    private static void GiveWay()
    {
        _ = Libc.SetPriority(0, 0, 19);
        try
        {
            File.WriteAllText("/proc/self/oom_score_adj", "500");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A courtesy, not a limit: some containers mount /proc read-only.
        }
    }

    private static void LimitUnlessZero(int resource, ulong value)
    {
        if (value > 0)
        {
            Limit(resource, value);
        }
    }

    private static void Limit(int resource, ulong value)
    {
        // What is narrower already stays so: only root may widen it.
        var most = Libc.GetLimit(resource, out var given) == 0 ? given.Hard : ulong.MaxValue;
        if (Libc.SetLimit(resource, new Libc.ResourceLimit(Math.Min(value, most))) != 0)
        {
            throw new SandboxException($"setrlimit {resource}", Marshal.GetLastPInvokeError());
        }
    }

    private static string?[] EnvironmentBlock(bool landlock, SandboxPlan plan)
    {
        var block = new List<string?>();
        foreach (DictionaryEntry pair in Environment.GetEnvironmentVariables())
        {
            block.Add($"{pair.Key}={pair.Value}");
        }

        block.Add($"{SandboxMarks.Landlock}={(landlock ? "yes" : "no")}");
        block.Add($"{SandboxMarks.Paths}={string.Join(':', plan.Readable.Concat(plan.Writable))}");
        block.Add(null);
        return [.. block];
    }
}
