using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>Numbers of system calls, by name; the same call has another number on another processor, or none.</summary>
internal sealed class CallTable
{
    /// <summary>
    /// The first number that no kernel had when this was written. Whatever comes later is answered as by a kernel without it.
    /// </summary>
    public const uint FirstUnknown = 470;

    private static readonly Dictionary<string, (int X64, int Arm64)> Conditional = new()
    {
        ["clone"] = (56, 220),
        ["kill"] = (62, 129),
        ["tgkill"] = (234, 131),
        ["prlimit64"] = (302, 261),
        ["sched_setaffinity"] = (203, 122),
        ["sched_setscheduler"] = (144, 119),
        ["open"] = (2, -1),
        ["openat"] = (257, 56),
        ["fcntl"] = (72, 25),
        ["mmap"] = (9, 222),
        ["ioctl"] = (16, 29),
        ["prctl"] = (157, 167),
    };

    // What a decoder may ask of the kernel, whatever it says along with it: its own memory, threads, time, signals to itself, and
    // files that Landlock and permissions let it open. Nothing here changes what belongs to somebody else.
    private static readonly (string Name, int X64, int Arm64)[] Harmless =
    [
        ("read", 0, 63),
        ("write", 1, 64),
        ("futex", 202, 98),
        ("close", 3, 57),
        ("lseek", 8, 62),
        ("munmap", 11, 215),
        ("mprotect", 10, 226),
        ("madvise", 28, 233),
        ("brk", 12, 214),
        ("mremap", 25, 216),
        ("msync", 26, 227),
        ("mincore", 27, 232),
        ("mlock", 149, 228),
        ("munlock", 150, 229),
        ("pread64", 17, 67),
        ("pwrite64", 18, 68),
        ("readv", 19, 65),
        ("writev", 20, 66),
        ("preadv", 295, 69),
        ("pwritev", 296, 70),
        ("preadv2", 327, 286),
        ("pwritev2", 328, 287),
        ("stat", 4, -1),
        ("fstat", 5, 80),
        ("lstat", 6, -1),
        ("newfstatat", 262, 79),
        ("statx", 332, 291),
        ("statfs", 137, 43),
        ("fstatfs", 138, 44),
        ("access", 21, -1),
        ("faccessat", 269, 48),
        ("faccessat2", 439, 439),
        ("readlink", 89, -1),
        ("readlinkat", 267, 78),
        ("getcwd", 79, 17),
        ("getdents", 78, -1),
        ("getdents64", 217, 61),
        ("fsync", 74, 82),
        ("fdatasync", 75, 83),
        ("ftruncate", 77, 46),
        ("fadvise64", 221, 223),
        ("readahead", 187, 213),
        ("dup", 32, 23),
        ("dup2", 33, -1),
        ("dup3", 292, 24),
        ("pipe", 22, -1),
        ("pipe2", 293, 59),
        ("close_range", 436, 436),
        ("poll", 7, -1),
        ("ppoll", 271, 73),
        ("select", 23, -1),
        ("pselect6", 270, 72),
        ("epoll_create", 213, -1),
        ("epoll_create1", 291, 20),
        ("epoll_ctl", 233, 21),
        ("epoll_wait", 232, -1),
        ("epoll_pwait", 281, 22),
        ("epoll_pwait2", 441, 441),
        ("eventfd", 284, -1),
        ("eventfd2", 290, 19),
        ("rt_sigaction", 13, 134),
        ("rt_sigprocmask", 14, 135),
        ("rt_sigreturn", 15, 139),
        ("rt_sigpending", 127, 136),
        ("rt_sigtimedwait", 128, 137),
        ("rt_sigsuspend", 130, 133),
        ("sigaltstack", 131, 132),
        ("pause", 34, -1),
        ("restart_syscall", 219, 128),
        ("sched_yield", 24, 124),
        ("sched_getaffinity", 204, 123),
        ("sched_getparam", 143, 121),
        ("sched_getscheduler", 145, 120),
        ("sched_getattr", 315, 275),
        ("sched_get_priority_max", 146, 125),
        ("sched_get_priority_min", 147, 126),
        ("getpriority", 140, 141),
        ("getcpu", 309, 168),
        ("nanosleep", 35, 101),
        ("clock_nanosleep", 230, 115),
        ("clock_gettime", 228, 113),
        ("clock_getres", 229, 114),
        ("gettimeofday", 96, 169),
        ("time", 201, -1),
        ("times", 100, 153),
        ("getrusage", 98, 165),
        ("getrlimit", 97, 163),
        ("getpid", 39, 172),
        ("gettid", 186, 178),
        ("getppid", 110, 173),
        ("getuid", 102, 174),
        ("geteuid", 107, 175),
        ("getgid", 104, 176),
        ("getegid", 108, 177),
        ("getgroups", 115, 158),
        ("getresuid", 118, 148),
        ("getresgid", 120, 150),
        ("getpgid", 121, 155),
        ("getpgrp", 111, -1),
        ("getsid", 124, 156),
        ("capget", 125, 90),
        ("uname", 63, 160),
        ("sysinfo", 99, 179),
        ("umask", 95, 166),
        ("getrandom", 318, 278),
        ("arch_prctl", 158, -1),
        ("set_tid_address", 218, 96),
        ("set_robust_list", 273, 99),
        ("rseq", 334, 293),
        ("membarrier", 324, 283),
        ("futex_waitv", 449, 449),
        ("map_shadow_stack", 453, 453),
        ("futex_wake", 454, 454),
        ("futex_wait", 455, 455),
        ("futex_requeue", 456, 456),
        ("mseal", 462, 462),
        ("wait4", 61, 260),
        ("waitid", 247, 95),
        ("exit", 60, 93),
        ("exit_group", 231, 94),
        // The launcher itself has yet to become the program. Afterwards it changes only which code runs inside the same walls.
        ("execve", 59, 221),
    ];

    // Whoever is told that these do not exist does without: glibc starts threads by clone, libnuma and .NET
    // take it for a machine of one node.
    private static readonly (string Name, int X64, int Arm64)[] Absent =
    [
        ("clone3", 435, 435),
        ("openat2", 437, 437),
        ("get_mempolicy", 239, 236),
        ("set_mempolicy", 238, 237),
    ];

    private readonly bool arm;

    private CallTable(uint machine, bool arm)
    {
        Machine = machine;
        this.arm = arm;
    }

    /// <summary>As <c>AUDIT_ARCH_…</c> names it.</summary>
    public uint Machine { get; }

    public IEnumerable<uint> Allowed => RawSql(Harmless);

    public IEnumerable<uint> Missing => RawSql(Absent);

    /// <summary>Null where this processor is not known here.</summary>
    public static CallTable? OfThisProcessor() =>
        RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => new(0xC000003E, arm: false),
            Architecture.Arm64 => new(0xC00000B7, arm: true),
            _ => null,
        };

    /// <summary>A call that is allowed with some arguments. Null where this processor has no such call.</summary>
    public uint? Find(string name) => Pick(Conditional[name].X64, Conditional[name].Arm64);

    private IEnumerable<uint> RawSql((string Name, int X64, int Arm64)[] calls) =>
        calls.Select(call => Pick(call.X64, call.Arm64)).OfType<uint>();

    private uint? Pick(int x64, int arm64) => (arm ? arm64 : x64) is var number and >= 0 ? (uint)number : null;
}
