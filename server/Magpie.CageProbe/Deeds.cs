using System.Runtime.InteropServices;

namespace Magpie.CageProbe;

/// <summary>
/// What somebody who has taken a decoder over would do with such calls: each against something that is really there, so that without
/// the cage it succeeds. <c>victim</c> is a process of the server's user.
/// </summary>
internal sealed unsafe class Deeds(string folder, int victim, string readable, bool bound)
{
    private const int AtCurrent = -100,
        ReadOnly = 0,
        WriteOnly = 1,
        Neither = 3,
        Create = 0x40,
        TruncateIt = 0x200;
    private const int Probe = 0,
        SetOwner = 8,
        SetSignal = 10,
        SetFlags = 4,
        Stop = 19,
        ParentDeath = 1;
    private const int LockAlone = 6,
        SetLock = 6,
        SetLockOfDescriptor = 37,
        SharedAndAnonymous = 0x21;

    private string Database => Path.Combine(folder, "magpie.db");

    public IEnumerable<(string Name, Func<int> Do)> All =>
        [
            ("send a signal to the server", () => Kernel.Try(N(62, 129), Parent, Probe)),
            ("stop the server's process", () => Kernel.Try(N(62, 129), victim, Stop)),
            ("stop a thread of the server", () => Kernel.Try(N(234, 131), victim, victim, Stop)),
            ("send a signal to everybody", () => Kernel.Try(N(62, 129), -1, Probe)),
            ("have the kernel send a signal", () => HaveSent(victim)),
            ("choose the signal that the kernel sends", () => Kernel.Try(N(72, 25), 0, SetSignal, 9)),
            ("have the kernel send a signal by ioctl", () => With(victim, at => Kernel.Try(N(16, 29), 0, 0x8901, at))),
            ("read the limits of the server", () => Limits(victim, read: true)),
            ("set the limits of the server", () => Limits(victim, read: false)),
            ("set a limit of its own", () => Limits(0, read: false)),
            ("move the server to another core", () => With(1, at => Kernel.Try(N(203, 122), victim, 8, at))),
            ("make the server idle", () => With(0, at => Kernel.Try(N(144, 119), victim, 5, at))),
            ("make the server wait for others", () => Kernel.Try(N(141, 140), 0, victim, 19)),
            ("attach to the server", () => Attach(victim)),
            ("read the server's memory file", () => Open($"/proc/{victim}/mem", ReadOnly)),
            ("read the server's environment", () => Open($"/proc/{victim}/environ", ReadOnly)),
            ("outlive the server", () => Kernel.Try(N(157, 167), ParentDeath, 0)),
            ("start a process", Fork),
            ("start a process by clone", () => Kernel.Try(N(56, 220), 0x00000800, 0)),
            ("truncate the database", () => WithPath(Database, at => Kernel.Try(N(76, 45), at, 0))),
            ("open the database to empty it", () => Open(Database, WriteOnly | TruncateIt)),
            ("open the database to read and empty it", () => Open(Database, ReadOnly | TruncateIt)),
            ("open the database in no mode and empty it", () => Open(Database, Neither | TruncateIt)),
            ("open what it may read to empty it", () => Open(readable, ReadOnly | TruncateIt)),
            ("open what it may read in no mode and empty it", () => Open(readable, Neither | TruncateIt)),
            ("open what it may read to write", () => Open(readable, WriteOnly)),
            (
                "create over the database",
                () => Kernel.IsArm ? Open(Database, WriteOnly | Create | TruncateIt) : WithPath(Database, at => Kernel.Try(85, at, 0x180))
            ),
            ("read the database", () => Open(Database, ReadOnly)),
            ("write outside its folder", () => Open(Path.Combine(folder, "written"), WriteOnly | Create)),
            ("read the users of the machine", () => Open("/etc/passwd", ReadOnly)),
            ("read the key ring", () => Open(Path.Combine(folder, "keys"), ReadOnly)),
            ("open the data folder to all", () => WithPath(folder, at => Kernel.Try(N(268, 53), AtCurrent, at, 0x1FF))),
            ("give the data folder away", () => WithPath(folder, at => Kernel.Try(N(260, 54), AtCurrent, at, -1, -1, 0))),
            ("set the time of the database", () => WithPath(Database, at => Kernel.Try(N(280, 88), AtCurrent, at, 0, 0))),
            (
                "rename the database",
                () => WithPath(Database, at => WithPath(Database, same => Kernel.Try(N(316, 276), AtCurrent, at, AtCurrent, same, 0)))
            ),
            ("watch the data folder", () => Kernel.Try(N(294, 26), 0)),
            ("talk over the network", () => Kernel.Try(N(41, 198), 2, 1, 0)),
            ("talk to a local socket", () => Kernel.Try(N(41, 198), 1, 1, 0)),
            ("talk to the kernel", () => Kernel.Try(N(41, 198), 16, 3, 0)),
            ("leave memory behind", Share),
            ("lock a file against the server", () => With(readable, file => Kernel.Try(N(73, 32), file, LockAlone))),
            ("lock a part of a file against the server", () => Lock(SetLock)),
            ("lock a part of a file for its descriptor", () => Lock(SetLockOfDescriptor)),
            ("take memory that no limit counts", Map),
            ("see the connections of the machine", () => Open("/proc/self/net/tcp", ReadOnly)),
            ("see the local sockets of the machine", () => Open("/proc/self/net/unix", ReadOnly)),
            ("see what is mounted where", () => Open("/proc/self/mountinfo", ReadOnly)),
            ("see the mounts of a thread", () => Open($"/proc/self/task/{Environment.ProcessId}/mounts", ReadOnly)),
            ("become root", () => Kernel.Try(N(117, 147), 0, 0, 0)),
            ("have a privilege", HasPrivileges),
            ("be root", () => Kernel.Call(N(107, 175), 0, 0, 0, 0, 0, 0) == 0 || Kernel.Call(N(108, 177), 0, 0, 0, 0, 0, 0) == 0 ? 0 : 1),
        ];

    private static int Parent => (int)Kernel.Call(N(110, 173), 0, 0, 0, 0, 0, 0);

    private static int N(int x64, int arm64) => Kernel.IsArm ? arm64 : x64;

    private static int Open(string path, int flags) => WithPath(path, at => Kernel.Try(N(257, 56), AtCurrent, at, flags, 0x180));

    private static int HaveSent(int to)
    {
        var refused = Kernel.Try(N(72, 25), 0, SetOwner, to);
        _ = Kernel.Try(N(72, 25), 0, SetOwner, 0);
        return refused;
    }

    private static int Limits(int process, bool read)
    {
        var limit = stackalloc ulong[2] { 1 << 20, 1 << 20 };
        var old = stackalloc ulong[2];
        return Kernel.Try(N(302, 261), process, 15, read ? 0 : (nint)limit, (nint)old);
    }

    /// <summary>A lock that lets others read too: it takes no more than a descriptor to read by.</summary>
    private int Lock(int command) => With(readable, file => With(0, at => Kernel.Try(N(72, 25), file, command, at)));

    private static int Map() => Kernel.Call(N(9, 222), 0, 4096, 3, SharedAndAnonymous, -1, 0) == -1 ? Marshal.GetLastPInvokeError() : 0;

    private static int Share()
    {
        var memory = Kernel.Call(N(29, 194), 0, 4096, 0x380, 0, 0, 0);
        return memory < 0 ? Marshal.GetLastPInvokeError() : Kernel.Try(N(31, 195), memory, 0);
    }

    private static int Attach(int process)
    {
        var refused = Kernel.Try(N(101, 117), 0x4206, process);
        _ = refused == 0 ? Kernel.Try(N(101, 117), 17, process) : 0;
        return refused;
    }

    private static int Fork()
    {
        var child = Kernel.Call(N(56, 220), 17, 0, 0, 0, 0, 0);
        if (child == 0)
        {
            Kernel.Try(N(231, 94), 0);
        }

        return child < 0 ? Marshal.GetLastPInvokeError() : 0;
    }

    /// <summary>Effective, permitted, inheritable, ambient and what could be gained.</summary>
    private int HasPrivileges() =>
        File.ReadLines("/proc/self/status")
            .Where(line =>
                line.StartsWith("Cap", StringComparison.Ordinal) && (!line.StartsWith("CapBnd", StringComparison.Ordinal) || bound)
            )
            .All(line => line.Split('\t')[1].All(digit => digit == '0'))
            ? 1
            : 0;

    private static int WithPath(string path, Func<nint, int> use)
    {
        var text = Marshal.StringToCoTaskMemUTF8(path);
        try
        {
            return use(text);
        }
        finally
        {
            Marshal.FreeCoTaskMem(text);
        }
    }

    private static int With(string path, Func<int, int> use)
    {
        var file = (int)WithPath(path, at => (int)Kernel.Call(N(257, 56), AtCurrent, at, ReadOnly, 0, 0, 0));
        var answer = file < 0 ? Marshal.GetLastPInvokeError() : use(file);
        _ = Kernel.Call(N(3, 57), file, 0, 0, 0, 0, 0);
        return answer;
    }

    private static int With(int first, Func<nint, int> use)
    {
        var value = Marshal.AllocHGlobal(64);
        try
        {
            new Span<byte>((void*)value, 64).Clear();
            *(int*)value = first;
            return use(value);
        }
        finally
        {
            Marshal.FreeHGlobal(value);
        }
    }
}
