using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>
/// A seccomp filter: a list of what is allowed, and nothing besides. A call that is forbidden answers EPERM; a number that was not
/// given to any call when this was written answers ENOSYS, as from an older kernel, so that newer libraries fall back.
/// </summary>
internal sealed unsafe class SystemCallFilter
{
    private const ushort Load = 0x20,
        JumpIfEqual = 0x15,
        JumpIfAtLeast = 0x35,
        JumpIfSet = 0x45,
        And = 0x54,
        Return = 0x06;
    private const uint Allow = 0x7FFF0000,
        Answer = 0x00050000;
    private const uint NotPermitted = Answer | 1,
        NotImplemented = Answer | 38,
        NotForThisDevice = Answer | 25,
        DoneNothing = Answer | 0;
    private const uint NumberOffset = 0,
        MachineOffset = 4,
        ArgumentsOffset = 16;
    private const uint CloneThread = 0x00010000,
        CloneNamespaces = 0x7E020000;
    private const uint AccessMode = 3,
        Truncate = 0x200;
    private const uint Anonymous = 0x20,
        MappingType = 0x0F,
        Private = 2;

    // Not F_SETOWN, F_SETSIG and F_SETLEASE: by them the kernel sends any signal to any process of the same user. No lock: the server would
    // wait for it.
    private static readonly uint[] FileCommands = [0, 1, 2, 3, 4, 1030, 1032];

    // What asks whether something is a terminal, how wide it is and how much lies in a pipe; FIONBIO, FIOCLEX, FIONCLEX. Not FIOASYNC,
    // FIOSETOWN.
    private static readonly uint[] DeviceCommands = [0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451];

    // Names of threads and of memory, and questions. Not PR_SET_PDEATHSIG: it has to end when the server does.
    private static readonly uint[] ProcessCommands = [2, 3, 15, 16, 21, 23, 39, 0x53564D41];

    private readonly Instruction[] program;

    private SystemCallFilter(Instruction[] program) => this.program = program;

    /// <summary>For this process and what it becomes. Null where this processor has no table here.</summary>
    public static SystemCallFilter? TryCreate() =>
        CallTable.OfThisProcessor() is { } table ? new(Assemble(table, (uint)Environment.ProcessId)) : null;

    public void Enforce()
    {
        fixed (Instruction* instructions = program)
        {
            var filter = new Filter { Length = (ushort)program.Length, Instructions = instructions };
            if (Libc.Prctl(Libc.SetSeccomp, 2, (nuint)(&filter), 0, 0) != 0)
            {
                throw new SandboxException("prctl(PR_SET_SECCOMP)", Marshal.GetLastPInvokeError());
            }
        }
    }

    private static Instruction[] Assemble(CallTable table, uint self)
    {
        // Every test skips what stands behind it unless it matches, so no jump is long.
        List<Instruction> program =
        [
            new(Load, 0, 0, MachineOffset),
            new(JumpIfEqual, 1, 0, table.Machine),
            new(Return, 0, 0, NotPermitted),
            new(Load, 0, 0, NumberOffset),
            // The calls of x32 lie above it as well.
            new(JumpIfAtLeast, 0, 1, CallTable.FirstUnknown),
            new(Return, 0, 0, NotImplemented),
            .. table.Allowed.SelectMany(number => If(number, Allow)),
            .. table.Missing.SelectMany(number => If(number, NotImplemented)),
        ];

        // Threads may be started, processes may not.
        When(
            "clone",
            [
                LoadArgument(0),
                new(JumpIfSet, 0, 1, CloneNamespaces),
                new(Return, 0, 0, NotPermitted),
                new(JumpIfSet, 1, 0, CloneThread),
                new(Return, 0, 0, NotPermitted),
                new(Return, 0, 0, Allow),
            ]
        );
        When("kill", OneOf(0, [self], NotPermitted)); // A program ends itself so when it finds that it has gone wrong.
        When("tgkill", OneOf(0, [self], NotPermitted));
        When("sched_setaffinity", OneOf(0, [0, self], NotPermitted));
        // The ordinary class is what a thread has anyway; a library that cannot ask for it starts no thread.
        When("sched_setscheduler", [LoadArgument(1), .. If(0, DoneNothing), new(Return, 0, 0, NotPermitted)]);
        When(
            "prlimit64",
            [
                LoadArgument(0),
                .. Unless(0, NotPermitted),
                LoadArgument(2),
                .. Unless(0, NotPermitted),
                LoadArgument(2, upper: true),
                .. Unless(0, NotPermitted),
                new(Return, 0, 0, Allow),
            ]
        );
        When("open", Opening(1));
        When("openat", Opening(2));
        When("fcntl", OneOf(1, FileCommands, NotPermitted));
        When("ioctl", OneOf(1, DeviceCommands, NotForThisDevice));
        // No limit counts what is shared and in no file.
        When(
            "mmap",
            [
                LoadArgument(3),
                new(JumpIfSet, 1, 0, Anonymous),
                new(Return, 0, 0, Allow),
                new(And, 0, 0, MappingType),
                .. Unless(Private, NotPermitted),
                new(Return, 0, 0, Allow),
            ]
        );
        When("prctl", OneOf(0, ProcessCommands, NotPermitted));
        program.Add(new(Return, 0, 0, NotPermitted));
        return [.. program];

        void When(string call, IReadOnlyCollection<Instruction> verdict)
        {
            if (table.Find(call) is { } number)
            {
                program.Add(new(JumpIfEqual, 0, (byte)verdict.Count, number));
                program.AddRange(verdict);
            }
        }
    }

    /// <summary>
    /// Before its third version Landlock does not know truncating, and it judges reading and writing alone: a file that is opened to be
    /// read, or in the fourth mode, which is neither, can be emptied by it.
    /// </summary>
    private static Instruction[] Opening(uint flags) =>
        [
            LoadArgument(flags),
            new(And, 0, 0, AccessMode),
            .. If(AccessMode, NotPermitted),
            new(JumpIfEqual, 1, 0, 0),
            new(Return, 0, 0, Allow),
            LoadArgument(flags),
            new(JumpIfSet, 0, 1, Truncate),
            new(Return, 0, 0, NotPermitted),
            new(Return, 0, 0, Allow),
        ];

    private static Instruction[] OneOf(uint argument, uint[] values, uint otherwise) =>
        [LoadArgument(argument), .. values.SelectMany(value => If(value, Allow)), new(Return, 0, 0, otherwise)];

    private static Instruction[] If(uint value, uint answer) => [new(JumpIfEqual, 0, 1, value), new(Return, 0, 0, answer)];

    private static Instruction[] Unless(uint value, uint answer) => [new(JumpIfEqual, 1, 0, value), new(Return, 0, 0, answer)];

    private static Instruction LoadArgument(uint index, bool upper = false) =>
        new(Load, 0, 0, ArgumentsOffset + 8 * index + (upper ? 4u : 0));

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Instruction(ushort Code, byte IfTrue, byte IfFalse, uint Value);

    [StructLayout(LayoutKind.Sequential)]
    private struct Filter
    {
        public ushort Length;
        public Instruction* Instructions;
    }
}
