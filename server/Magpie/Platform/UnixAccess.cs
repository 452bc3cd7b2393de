using System.Runtime.InteropServices;

namespace Magpie.Platform;

/// <summary>
/// Permissions of files: who may read and write, which .NET can only find out by trying, and the umask for everything made from now on.
/// </summary>
internal static partial class UnixAccess
{
    private const int MayWrite = 2;
    private const int NoSuchFile = 2; // ENOENT
    private const uint OthersBits = 0b000_111_111;

    /// <summary>The reason in the system's words. Null when it may, or when there is nothing yet.</summary>
    public static string? WhyNotWritable(string path)
    {
        if (Ask(path, MayWrite) == 0)
        {
            return null;
        }

        var error = Marshal.GetLastPInvokeError();
        return error == NoSuchFile ? null : Marshal.GetPInvokeErrorMessage(error);
    }

    /// <summary>Files made by this process and its children are for their own user alone, whatever umask it was started with.</summary>
    public static void KeepToOwnUser() => _ = SetMask(OthersBits);

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint SetMask(uint withheld);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Ask(string path, int mode);
}
