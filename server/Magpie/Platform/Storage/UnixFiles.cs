using System.Runtime.InteropServices;

namespace Magpie.Platform.Storage;

/// <summary>Two calls that .NET does not offer: a second name for a file, and making a rename durable.</summary>
internal static partial class UnixFiles
{
    private const int ReadOnly = 0;
    private const int NoSuchFile = 2;
    private const int AcrossDevices = 18;

    public static void Link(string existing, string path)
    {
        if (LinkNative(existing, path) == 0)
        {
            return;
        }

        var error = Marshal.GetLastPInvokeError();
        switch (error)
        {
            case NoSuchFile:
                throw new FileNotFoundException("There is no such blob.", existing);
            case AcrossDevices:
                File.Copy(existing, path);
                break;
            default:
                throw new IOException($"Cannot link '{existing}' to '{path}': {Marshal.GetPInvokeErrorMessage(error)}", error);
        }
    }

    /// <summary>Without this a power cut may forget the new name although the file's bytes are safe.</summary>
    public static void SyncFolder(string folder)
    {
        var descriptor = OpenNative(folder, ReadOnly);
        if (descriptor < 0)
        {
            return; // Removed again since: nothing to make durable.
        }

        _ = SyncNative(descriptor);
        _ = CloseNative(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int LinkNative(string existing, string path);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenNative(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncNative(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseNative(int descriptor);
}
