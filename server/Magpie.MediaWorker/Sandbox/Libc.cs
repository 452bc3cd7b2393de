using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>The few calls of the C library that .NET does not offer.</summary>
internal static partial class Libc
{
    public const int SetParentDeathSignal = 1;
    public const int SetSeccomp = 22;
    public const int SetNoNewPrivileges = 38;
    public const int SigKill = 9;

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int Prctl(int option, nuint arg2, nuint arg3, nuint arg4, nuint arg5);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    public static partial int SetLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    public static partial int GetLimit(int resource, out ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ChangeOwner(string path, int user, int group);

    [LibraryImport("libc", EntryPoint = "setpriority", SetLastError = true)]
    public static partial int SetPriority(int which, int who, int priority);

    [LibraryImport("libc", EntryPoint = "setpgid", SetLastError = true)]
    public static partial int SetProcessGroup(int process, int group);

    [LibraryImport("libc", EntryPoint = "getppid")]
    public static partial int ParentProcessId();

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial long SystemCall(long number, nuint arg1, nuint arg2, nuint arg3, nuint arg4);

    [LibraryImport("libc", EntryPoint = "execve", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Execute(string path, string?[] arguments, string?[] environment);

    /// <summary><c>struct rlimit</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public readonly struct ResourceLimit(ulong value)
    {
        private readonly ulong soft = value;

        public ulong Hard { get; } = value;
    }

    /// <summary>Numbers of calls that the library would make for all threads.</summary>
    public static class Calls
    {
        private static readonly bool Arm = RuntimeInformation.ProcessArchitecture is Architecture.Arm64;

        public static readonly long SetCapabilities = Arm ? 91 : 126;
        public static readonly long SetGroups = Arm ? 159 : 116;
        public static readonly long SetGroupIds = Arm ? 149 : 119;
        public static readonly long SetUserIds = Arm ? 147 : 117;
    }
}
