using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Magpie.Platform;

/// <summary>
/// System calls that .NET does not offer: hard links, making a rename durable, and sending bytes to the disk ahead of a flush.
/// </summary>
internal static partial class UnixFiles
{
    private const int ReadOnly = 0;
    private const int NoSuchFile = 2;
    private const int AcrossDevices = 18;
    private const uint BeginWriting = 2;

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
                throw Failed($"Cannot link '{existing}' to '{path}'");
        }
    }

    /// <summary>Sets the modification time to now, by the file system's clock.</summary>
    public static void Touch(string path)
    {
        if (SetTimesNative(path, 0) != 0)
        {
            throw Failed($"The time of '{path}' cannot be set");
        }
    }

    /// <summary>Of what an untrusted program made: a link would lead to whatever this one may read.</summary>
    /// <exception cref="InvalidDataException">It is a link.</exception>
    public static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw new InvalidDataException($"'{path}' is a link, and not a file.");
        }
    }

    /// <summary>Waits until the bytes and the length are on the disk, but not the times, which nobody needs.</summary>
    public static void SyncData(SafeFileHandle file)
    {
        if (SyncDataNative(file) != 0)
        {
            throw Failed("Bytes cannot be brought to the disk");
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

        var failed = SyncNative(descriptor) != 0 ? Failed($"The names in '{folder}' cannot be brought to the disk") : null;
        _ = CloseNative(descriptor);
        if (failed is not null)
        {
            throw failed;
        }
    }

    /// <summary>A hint: the disk starts to write, nobody waits, and only a flush makes sure. Linux only.</summary>
    public static void BeginSync(SafeFileHandle file, long offset, long length)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SyncRangeNative(file, offset, length, BeginWriting);
        }
    }

    private static IOException Failed(string what)
    {
        var error = Marshal.GetLastPInvokeError();
        return new($"{what}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    private static partial int SyncDataNative(SafeFileHandle descriptor);

    /// <summary>Allocates blocks for a file up to that length. False when the disk has too few; it may have taken some then.</summary>
    public static bool Allocate(SafeFileHandle file, long length) => AllocateNative(file, 0, length) == 0;

    // Writes the blocks itself if the file system cannot allocate them; returns the error.
    [LibraryImport("libc", EntryPoint = "posix_fallocate")]
    private static partial int AllocateNative(SafeFileHandle descriptor, long offset, long length);

    [LibraryImport("libc", EntryPoint = "sync_file_range")]
    private static partial int SyncRangeNative(SafeFileHandle descriptor, long offset, long length, uint flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int LinkNative(string existing, string path);

    // No times means now.
    [LibraryImport("libc", EntryPoint = "utimes", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int SetTimesNative(string path, nint times);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenNative(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncNative(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseNative(int descriptor);
}
