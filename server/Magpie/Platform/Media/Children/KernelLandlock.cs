using System.Runtime.InteropServices;

namespace Magpie.Platform.Media.Children;

/// <summary>What the kernel itself can forbid a child, by its version of Landlock.</summary>
internal static partial class KernelLandlock
{
    private const long CreateRuleset = 444;

    /// <summary>Zero when it has none.</summary>
    public static int Version => Math.Max(0, (int)Ask(CreateRuleset, 0, 0, 1));

    /// <summary>What that version leaves to the system call filter and to permissions, in words for an operator.</summary>
    public static string LeavesOpen(int version) =>
        version switch
        {
            0 => "no Landlock: a decoder that was taken over can read and write every file that its user may. "
                + "Start a kernel from 5.13 on with it (lsm=landlock), or a container that lets it through",
            1 or 2 => $"Landlock {version}, which does not cover shortening files, connections, devices and signals: the filter of system "
                + "calls refuses them",
            3 => "Landlock 3, which does not cover connections, devices and signals: the filter of system calls refuses them",
            4 => "Landlock 4, which does not cover devices, local sockets and signals: the filter of system calls refuses them",
            5 => "Landlock 5, which does not cover local sockets and signals: the filter of system calls refuses them",
            _ => $"Landlock {version}, which covers files, connections, devices and signals",
        } + (version == 0 ? "" : ". Names and sizes of files stay visible where permissions show them");

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial long Ask(long number, nint attributes, nint size, nint flags);
}
