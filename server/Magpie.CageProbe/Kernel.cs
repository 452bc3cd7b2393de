using System.Runtime.InteropServices;

namespace Magpie.CageProbe;

/// <summary>Asks the kernel itself: the functions of the C library check, translate and fall back.</summary>
internal static partial class Kernel
{
    public static bool IsArm => RuntimeInformation.ProcessArchitecture is Architecture.Arm64;

    /// <summary>Zero where it did what was asked, else the error.</summary>
    public static int Try(long number, nint a = 0, nint b = 0, nint c = 0, nint d = 0, nint e = 0, nint f = 0) =>
        Call(number, a, b, c, d, e, f) < 0 ? Marshal.GetLastPInvokeError() : 0;

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint Call(long number, nint a, nint b, nint c, nint d, nint e, nint f);
}
