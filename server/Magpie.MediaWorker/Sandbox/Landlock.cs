using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>
/// Takes the file system and TCP away from this thread and what it executes, but for the named paths.
/// <see href="https://docs.kernel.org/userspace-api/landlock.html"/>
/// </summary>
internal sealed unsafe class Landlock
{
    private const long CreateRuleset = 444,
        AddRule = 445,
        RestrictSelf = 446;
    private const int OpenPathOnly = 0x200000,
        CloseOnExec = 0x80000;

    private const ulong Execute = 1 << 0,
        WriteFile = 1 << 1,
        ReadFile = 1 << 2,
        ReadFolder = 1 << 3,
        MakeFile = 1 << 8,
        Refer = 1 << 13,
        Truncate = 1 << 14,
        DeviceControl = 1 << 15;

    public const ulong ReadAndExecute = Execute | ReadFile | ReadFolder;
    public const ulong Read = ReadFile | ReadFolder;
    public const ulong ReadAndWrite = ReadFile | ReadFolder | WriteFile | MakeFile | Truncate;
    private const ulong MeaningfulForFiles = Execute | WriteFile | ReadFile | Truncate | DeviceControl;

    private readonly ulong handled;
    private readonly int ruleset;

    private Landlock(int abi)
    {
        // The first version knows bits 0 to 12; each later one added what it adds here.
        handled = 0x1FFFul | (abi >= 2 ? Refer : 0) | (abi >= 3 ? Truncate : 0) | (abi >= 5 ? DeviceControl : 0);
        var attributes = stackalloc ulong[3]
        {
            handled,
            abi >= 4 ? 0b11ul : 0, // TCP bind and connect: handled, and no rule allows a port
            abi >= 6 ? 0b11ul : 0, // no abstract sockets, no signals to the outside
        };
        var size = abi switch
        {
            >= 6 => 24u,
            >= 4 => 16u,
            _ => 8u,
        };
        ruleset = (int)Libc.SystemCall(CreateRuleset, (nuint)attributes, size, 0, 0);
        if (ruleset < 0)
        {
            throw new SandboxException("landlock_create_ruleset", Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Null where the kernel has no Landlock.</summary>
    /// <param name="atMost">As if the kernel had no later version than this.</param>
    public static Landlock? TryCreate(int atMost)
    {
        var abi = Math.Min((int)Libc.SystemCall(CreateRuleset, 0, 0, 1, 0), atMost);
        return abi > 0 ? new Landlock(abi) : null;
    }

    /// <summary>
    /// Allows <paramref name="access"/> on a file, or on a folder and all below it. A path that does not exist is passed over.
    /// </summary>
    public void Allow(string path, ulong access)
    {
        var descriptor = Libc.Open(path, OpenPathOnly | CloseOnExec);
        if (descriptor < 0)
        {
            return;
        }

        var meaningful = Directory.Exists(path) ? handled : handled & MeaningfulForFiles;
        var rule = stackalloc byte[12]; // packed: 8 bytes of access, 4 of descriptor
        *(ulong*)rule = access & meaningful;
        *(int*)(rule + 8) = descriptor;
        var result = Libc.SystemCall(AddRule, (nuint)ruleset, 1, (nuint)rule, 0);
        var error = Marshal.GetLastPInvokeError();
        _ = Libc.Close(descriptor);
        if (result != 0)
        {
            throw new SandboxException($"landlock_add_rule {path}", error);
        }
    }

    public void Enforce()
    {
        if (Libc.SystemCall(RestrictSelf, (nuint)ruleset, 0, 0, 0) != 0)
        {
            throw new SandboxException("landlock_restrict_self", Marshal.GetLastPInvokeError());
        }

        _ = Libc.Close(ruleset);
    }
}
