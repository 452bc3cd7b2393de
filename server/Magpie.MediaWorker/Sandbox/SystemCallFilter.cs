using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>
/// A seccomp filter: no sockets, no other processes, no corners of the kernel that a decoder has no business in.
/// A deny list and not an allow list, because the .NET runtime and ffmpeg change what they call with every version.
/// </summary>
internal static unsafe class SystemCallFilter
{
    private const ushort Load = 0x20, JumpIfEqual = 0x15, JumpIfAtLeast = 0x35, JumpIfSet = 0x45, Return = 0x06;
    private const uint Allow = 0x7FFF0000, Deny = 0x00050000;
    private const uint NotPermitted = Deny | 1, NotImplemented = Deny | 38;
    private const uint NumberOffset = 0, MachineOffset = 4, FirstArgumentOffset = 16;
    private const uint CloneThread = 0x00010000, X32Calls = 0x40000000;
    private const uint Clone3 = 435;

    /// <summary>False where this processor has no table here.</summary>
    public static bool TryEnforce()
    {
        var table = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => Table.X64,
            Architecture.Arm64 => Table.Arm64,
            _ => null,
        };
        if (table is null)
        {
            return false;
        }

        var program = Assemble(table);
        fixed (Instruction* instructions = program)
        {
            var filter = new Filter { Length = (ushort)program.Length, Instructions = instructions };
            if (Libc.Prctl(Libc.SetSeccomp, 2, (nuint)(&filter), 0, 0) != 0)
            {
                throw new SandboxException("prctl(PR_SET_SECCOMP)", Marshal.GetLastPInvokeError());
            }
        }

        return true;
    }

    private static Instruction[] Assemble(Table table)
    {
        // Every test skips the one "return" behind it unless it matches, so no jump is longer than one.
        List<Instruction> program =
        [
            new(Load, 0, 0, MachineOffset),
            new(JumpIfEqual, 1, 0, table.Machine),
            new(Return, 0, 0, NotPermitted),
            new(Load, 0, 0, NumberOffset),
            new(JumpIfAtLeast, 0, 1, X32Calls),
            new(Return, 0, 0, NotPermitted),
        ];
        foreach (var number in table.Denied)
        {
            program.Add(new(JumpIfEqual, 0, 1, number));
            program.Add(new(Return, 0, 0, NotPermitted));
        }

        program.AddRange(
        [
            // Its flags lie behind a pointer that a filter cannot follow; glibc falls back to clone.
            new(JumpIfEqual, 0, 1, Clone3),
            new(Return, 0, 0, NotImplemented),
            // Threads may be started, processes may not.
            new(JumpIfEqual, 1, 0, table.CloneCall),
            new(Return, 0, 0, Allow),
            new(Load, 0, 0, FirstArgumentOffset),
            new(JumpIfSet, 1, 0, CloneThread),
            new(Return, 0, 0, NotPermitted),
            new(Return, 0, 0, Allow),
        ]);
        return [.. program];
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private struct Filter
    {
        public ushort Length;
        public Instruction* Instructions;
    }

    private sealed record Table(uint Machine, uint CloneCall, uint[] Denied)
    {
        public static readonly Table X64 = new(0xC000003E, 56,
        [
            41, 42, 43, 49, 50, 53, 288,      // socket connect accept bind listen socketpair accept4
            57, 58,                           // fork vfork
            101, 310, 311, 438,               // ptrace process_vm_readv process_vm_writev pidfd_getfd
            425, 426, 427,                    // io_uring
            165, 166, 155, 161, 272, 308,     // mount umount pivot_root chroot unshare setns
            428, 429, 430, 431, 432, 442,     // open_tree move_mount fsopen fsconfig fsmount mount_setattr
            303, 304, 298, 321, 323,          // name_to_handle_at open_by_handle_at perf_event_open bpf userfaultfd
            248, 249, 250,                    // add_key request_key keyctl
            175, 176, 313, 246, 320, 169,     // modules, kexec, reboot
        ]);

        public static readonly Table Arm64 = new(0xC00000B7, 220,
        [
            198, 199, 200, 201, 202, 203, 242,
            117, 270, 271, 438,
            425, 426, 427,
            40, 39, 41, 51, 97, 268,
            428, 429, 430, 431, 432, 442,
            264, 265, 241, 280, 282,
            217, 218, 219,
            105, 106, 273, 104, 294, 142,
        ]);
    }
}
