namespace Magpie.Platform.Storage;

internal static class DiskSpace
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT
    private const long NothingToSpeakOf = 1 << 20;

    // .NET keeps errno in HResult where it has no exception of its own for it, and so does UnixFiles.
    public static bool IsExhausted(IOException error) => error.HResult is NoSpaceLeft or QuotaExceeded;

    /// <summary>Whether the disk under a folder has next to nothing left. For programs that only say that something went wrong.</summary>
    public static bool IsUsedUp(string folder)
    {
        try
        {
            return Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace < NothingToSpeakOf;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}
