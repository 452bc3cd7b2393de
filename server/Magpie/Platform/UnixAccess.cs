using System.Runtime.InteropServices;

namespace Magpie.Platform;

/// <summary>
/// Who may read and write what, as the system has it: asked, which .NET can only try, and said of all that is made from now on.
/// </summary>
internal static partial class UnixAccess
{
    private const int MayWrite = 2;
    private const int NoSuchFile = 2; // ENOENT
    private const uint OthersBits = 0b000_111_111;

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

    /// <summary>
    /// What this process and those that it starts make is for their own user alone, whatever the one who starts it has said.
    /// </summary>
    public static void KeepToOwnUser() => _ = SetMask(OthersBits);

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint SetMask(uint withheld);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Ask(string path, int mode);
}
