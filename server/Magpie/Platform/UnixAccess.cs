using System.Runtime.InteropServices;

namespace Magpie.Platform;

/// <summary>Asks the system whether this process may write somewhere, which .NET can only try.</summary>
internal static partial class UnixAccess
{
    private const int MayWrite = 2;
    private const int NoSuchFile = 2; // ENOENT

    /// <summary>In the system's words. Null where it may, and where there is nothing yet.</summary>
    public static string? WhyNotWritable(string path)
    {
        if (Ask(path, MayWrite) == 0)
        {
            return null;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == NoSuchFile ? null : Marshal.GetPInvokeErrorMessage(error);
    }

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Ask(string path, int mode);
}
