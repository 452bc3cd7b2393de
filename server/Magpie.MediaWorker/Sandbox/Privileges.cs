using System.Runtime.InteropServices;

namespace Magpie.MediaWorker.Sandbox;

/// <summary>
/// Takes from this thread, and so from what it becomes, all that it may do beyond an ordinary user, and the user if it is root.
/// </summary>
internal static unsafe class Privileges
{
    private const int DropFromBoundingSet = 24,
        SetSecureBits = 28,
        Ambient = 47,
        ClearAmbient = 4;
    private const nuint RootIsNobodySpecial = 0b101111; // NOROOT and NO_SETUID_FIXUP with their locks, and KEEP_CAPS locked off
    private const uint ThirdVersion = 0x20080522;

    public static void Drop(uint user)
    {
        if (Libc.Prctl(Libc.SetNoNewPrivileges, 1, 0, 0, 0) != 0)
        {
            throw new SandboxException("prctl(PR_SET_NO_NEW_PRIVS)", Marshal.GetLastPInvokeError());
        }

        // Only who has such rights may and need give these up; nothing brings them back once the others are gone.
        for (nuint capability = 0; Libc.Prctl(DropFromBoundingSet, capability, 0, 0, 0) == 0; capability++) { }

        _ = Libc.Prctl(Ambient, ClearAmbient, 0, 0, 0);
        if (user != 0)
        {
            Become(user);
        }

        _ = Libc.Prctl(SetSecureBits, RootIsNobodySpecial, 0, 0, 0);
        var header = stackalloc uint[2] { ThirdVersion, 0 };
        var none = stackalloc uint[6];
        new Span<uint>(none, 6).Clear();
        Call("capset", Libc.Calls.SetCapabilities, (nuint)header, (nuint)none, 0);
    }

    /// <summary>
    /// By the calls themselves, for this thread alone: the library's functions would take all threads along, and wait for them.
    /// </summary>
    private static void Become(uint user)
    {
        Call("setgroups", Libc.Calls.SetGroups, 0, 0, 0);
        Call("setresgid", Libc.Calls.SetGroupIds, user, user, user);
        Call("setresuid", Libc.Calls.SetUserIds, user, user, user);
    }

    private static void Call(string name, long number, nuint first, nuint second, nuint third)
    {
        if (Libc.SystemCall(number, first, second, third, 0) != 0)
        {
            throw new SandboxException(name, Marshal.GetLastPInvokeError());
        }
    }
}
